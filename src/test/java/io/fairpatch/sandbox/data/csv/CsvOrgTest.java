package io.fairpatch.sandbox.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.sandbox.data.CustomField;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvOrgTest {
    @TempDir
    Path folder;

    @Test
    void unknown_columns_become_custom_fields_of_the_type_they_hold() throws IOException {
        var text = "x".repeat(300);
        OrgData org = load(
                "Account.csv",
                "Id,Name,Region,Is_Key__c,Since,Score,Zip,Notes,Nothing\n" //
                        + "A1,Acme,West,true,2024-05-01,12.5,02139," + text + ",\n"
                        + "A2,Bolt,,FALSE,,-3,94105,short,\n");

        assertThat(org.customFields())
                .containsExactly(
                        new CustomField("Account", "Region__c", "Region", "string", 255, null),
                        new CustomField("Account", "Is_Key__c", "Is Key", "boolean", 0, null),
                        new CustomField("Account", "Since__c", "Since", "date", 0, null),
                        new CustomField("Account", "Score__c", "Score", "double", 0, null),
                        new CustomField("Account", "Zip__c", "Zip", "string", 255, null),
                        new CustomField("Account", "Notes__c", "Notes", "textarea", 131_072, null),
                        new CustomField("Account", "Nothing__c", "Nothing", "string", 255, null));
        assertThat(org.tables().get(0).columns())
                .containsExactly(
                        "Id",
                        "Name",
                        "Region__c",
                        "Is_Key__c",
                        "Since__c",
                        "Score__c",
                        "Zip__c",
                        "Notes__c",
                        "Nothing__c");
    }

    @Test
    void quotes_commas_line_breaks_a_byte_order_mark_and_windows_line_ends_are_read_as_they_are() throws IOException {
        OrgData org = load("Account.csv", "\uFEFF\"Id\",Name\r\nA1,\"Müller, \"\"Söhne\"\"\nGmbH\"\r\nA2,北星\r\n");

        assertThat(rows(org.tables().get(0)))
                .containsExactly(List.of("A1", "Müller, \"Söhne\"\nGmbH"), List.of("A2", "北星"));
    }

    @Test
    void rows_are_the_same_in_every_pass() throws IOException {
        OrgTable accounts =
                load("Account.csv", "Id,Name\nA1,Acme\nA2,Bolt\n").tables().get(0);

        assertThat(rows(accounts)).hasSize(2).isEqualTo(rows(accounts));
    }

    @Test
    void users_come_before_accounts_and_accounts_before_what_hangs_on_them() throws IOException {
        write("User.csv", "Id,Name\nU1,Ada\n");
        write("Contact.csv", "Id,AccountId,LastName\nC1,A1,Chen\n");
        write("notes.txt", "not ours");

        assertThat(load("Account.csv", "Id,Name\nA1,Acme\n").tables())
                .extracting(OrgTable::object)
                .containsExactly("User", "Account", "Contact");
    }

    private OrgData load(String file, String text) throws IOException {
        write(file, text);
        return TestOrg.reader().load(folder);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(OrgTable table) {
        var rows = new ArrayList<List<String>>();
        table.rows().forEach(row -> rows.add(List.of(row)));
        return rows;
    }
}
