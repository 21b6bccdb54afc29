package io.fairpatch.review;

import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pure: where a record of the org differs from values we hold. */
public final class Drift {
    /** Who changed a record last, where the org tells. */
    public static final String CHANGED_BY = "LastModifiedById";

    /** When a record was changed last, where the org tells. */
    public static final String CHANGED_AT = "LastModifiedDate";

    private static final Set<String> NUMBERS = Set.of("double", "currency", "percent", "int", "long");

    private Drift() {}

    /** Fields of {@code expected} whose value in the org is another; empty when all are as expected. */
    public static List<DriftReport.Change> changes(FieldValues expected, OrgRecord now, ObjectSchema schema) {
        var changes = new ArrayList<DriftReport.Change>();
        expected.values().forEach((field, value) -> {
            String held = now.value(field).orElse(null);
            if (!same(schema.field(field).orElse(null), value, held)) {
                changes.add(new DriftReport.Change(field, value, held));
            }
        });
        return changes;
    }

    /** The fields to read to compare {@code compared}: those the org shows us, and who changed the record when. */
    public static List<String> fieldsToRead(Collection<String> compared, ObjectSchema schema) {
        return Stream.concat(compared.stream(), Stream.of(CHANGED_BY, CHANGED_AT))
                .filter(schema::has)
                .distinct()
                .toList();
    }

    private static boolean same(@Nullable FieldSchema field, @Nullable String expected, @Nullable String held) {
        if (expected == null || held == null || field == null) {
            return Objects.equals(expected, held);
        }
        if (NUMBERS.contains(field.type())) {
            return new BigDecimal(expected).compareTo(new BigDecimal(held)) == 0;
        }
        if (field.type().equals("datetime")) {
            // the org writes UTC as Z in one interface and as +0000 in another
            return expected.replace("+0000", "Z").equals(held.replace("+0000", "Z"));
        }
        return expected.equals(held);
    }
}
