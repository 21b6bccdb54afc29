package io.fairpatch.sandbox.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.geo.Gazetteer;
import io.fairpatch.geo.Place;
import io.fairpatch.sandbox.data.CompaniesOrg;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompaniesOrgTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @TempDir
    Path folder;

    @Test
    void real_companies_load_with_standard_columns_alone() throws IOException {
        OrgData org = TestOrg.reader().load(CompaniesOrg.write(folder, TODAY));

        assertThat(org.customFields()).isEmpty();
        Map<String, Set<String>> ids = new HashMap<>();
        Map<String, Integer> books = new HashMap<>();
        for (OrgTable table : org.tables()) {
            int owner = table.columns().indexOf("OwnerId");
            for (String[] row : table.rows()) {
                ids.computeIfAbsent(table.object(), object -> new HashSet<>()).add(row[0]);
                if (table.object().equals("Account")) {
                    books.merge(row[owner], 1, Integer::sum);
                }
            }
        }
        assertThat(ids.get("Account")).hasSize(500);
        assertThat(ids.get("Opportunity")).hasSizeGreaterThan(1_000);
        assertThat(ids.get("User"))
                .containsAll(books.keySet().stream().filter(id -> !id.isEmpty()).toList());
        assertThat(books).containsEntry("rep 1", 75).containsEntry("rep 4", 25).containsEntry("", 9);
    }

    /** Some companies have a postal code to themselves, which no list of places knows. */
    @Test
    void nearly_every_real_company_is_found_by_postal_code_or_city_even_with_a_lost_zero() throws IOException {
        OrgTable accounts = TestOrg.reader().load(CompaniesOrg.write(folder, TODAY)).tables().stream()
                .filter(table -> table.object().equals("Account"))
                .findFirst()
                .orElseThrow();
        int code = accounts.columns().indexOf("BillingPostalCode");
        int city = accounts.columns().indexOf("BillingCity");
        int state = accounts.columns().indexOf("BillingState");

        int found = 0;
        for (String[] row : accounts.rows()) {
            Optional<Place> place = Gazetteer.get()
                    .postalCode("United States", row[code])
                    .or(() -> Gazetteer.get().city("US", row[state], row[city]));
            place.ifPresent(there -> assertThat(there.state()).isEqualTo(row[state]));
            found += place.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(490, 500);
    }

    @Test
    void the_folder_is_the_same_each_time() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        CompaniesOrg.write(folder, TODAY);
        CompaniesOrg.write(other, TODAY);

        assertThat(folder.resolve("Opportunity.csv")).hasSameBinaryContentAs(other.resolve("Opportunity.csv"));
    }
}
