package io.fairpatch.sandbox.org;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.Schema;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records are found by a value, whatever was written, moved, deleted, taken back and removed before. */
class TableTest {
    private final Table table = new Table(Schema.with(List.of()).require("Contact"), "Fp0", 1, Clock.systemUTC());
    private final Field account = table.type().require("AccountId");
    private final Field name = table.type().require("LastName");
    private final Field deleted = table.type().require("IsDeleted");

    @Test
    void what_is_found_by_a_value_is_what_has_it_after_any_writes() {
        var random = new Random(7);
        for (int step = 0; step < 3000; step++) {
            write(random);
            var parent = "account " + random.nextInt(20);
            assertThat(table.having(account, parent)).isEqualTo(scan(account, parent));
        }
        assertThat(table.rows().size()).isGreaterThan(100);
    }

    @Test
    void letter_case_counts_in_ids_alone() {
        table.append(values("001aB", "Straße"));

        assertThat(table.having(account, "001aB")).hasSize(1);
        assertThat(table.having(account, "001AB")).isEmpty();
        assertThat(table.having(name, "STRAßE")).hasSize(1);
    }

    private void write(Random random) {
        var parent = random.nextInt(5) == 0 ? null : "account " + random.nextInt(20);
        int size = table.size();
        int kind = size == 0 ? 0 : random.nextInt(6);
        if (kind <= 1) {
            table.append(values(parent, "Ito"));
        } else if (kind == 2 && random.nextInt(3) == 0) {
            table.dropLast();
        } else {
            table.rows().stream().skip(random.nextInt(size)).findFirst().ifPresent(row -> change(row, kind, parent));
        }
    }

    private void change(Row row, int kind, @Nullable String parent) {
        if (kind == 5) {
            table.purge(row.id());
            return;
        }
        var values = row.copyOfValues(table.type().width());
        values[account.column()] = parent;
        values[deleted.column()] = kind == 4;
        table.replace(row.id(), new Row(values));
    }

    private @Nullable Object[] values(@Nullable String parent, String lastName) {
        var values = new @Nullable Object[table.type().width()];
        values[account.column()] = parent;
        values[name.column()] = lastName;
        return values;
    }

    private List<Row> scan(Field field, String value) {
        return table.rows().stream()
                .filter(row -> !table.isDeleted(row) && row.text(field).equals(value))
                .toList();
    }
}
