package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden cases, one a line of the data files. */
class SoqlTest {
    private static Sandbox sandbox;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path folder) {
        sandbox = TestOrg.start(folder);
        client = new Client(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void a_query_finds_what_a_real_org_would_find(NamedCsvRecord line) throws IOException {
        var answer = client.query(line.getField("query"));

        var found = StreamSupport.stream(answer.path("records").spliterator(), false)
                .map(record -> record.path("Name").asText(record.path("Subject").asText()))
                .collect(Collectors.joining("|"));
        assertThat(found).as(answer.toString()).isEqualTo(line.getField("answer"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_faulty_query_is_refused_with_the_token_or_field_and_its_place(NamedCsvRecord line) throws IOException {
        var error = client.query(line.getField("query")).path(0);

        assertThat(error.path("errorCode").asText()).isEqualTo(line.getField("errorCode"));
        assertThat(error.path("message").asText()).contains(line.getField("message"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    SELECT Industry, COUNT(Id) n, MAX(AnnualRevenue) FROM Account GROUP BY Industry ORDER BY COUNT(Id) DESC, Industry LIMIT 1 | [{"attributes":{"type":"AggregateResult"},"Industry":"Energy","n":4,"expr0":4.5E8}]
                    SELECT Owner.FirstName, SUM(Amount) total FROM Opportunity o WHERE o.IsClosed = true GROUP BY Owner.FirstName HAVING SUM(Amount) > 100 | [{"attributes":{"type":"AggregateResult"},"FirstName":"Ann","total":3000.5}]
                    SELECT CALENDAR_MONTH(CloseDate), COUNT_DISTINCT(StageName) FROM Opportunity WHERE CALENDAR_YEAR(CloseDate) = 2024 AND IsWon = true GROUP BY CALENDAR_MONTH(CloseDate) | [{"attributes":{"type":"AggregateResult"},"expr0":3,"expr1":1},{"attributes":{"type":"AggregateResult"},"expr0":6,"expr1":1}]
                    SELECT COUNT(Id), AVG(Amount), MIN(CloseDate) first FROM Opportunity | [{"attributes":{"type":"AggregateResult"},"expr0":4,"expr1":1003.5,"first":"2024-03-01"}]
                    """)
    void figures_about_groups_are_named_and_ordered_as_in_a_real_org(String query, String expected) throws IOException {
        assertThat(client.query(query).path("records").toString()).isEqualTo(expected);
    }

    @Test
    void child_records_come_with_their_parent() throws IOException {
        var answer = client.query(
                "SELECT Name, (SELECT Name FROM Opportunities ORDER BY Name DESC LIMIT 1) FROM Account WHERE Name IN ('Account 1', 'Account 2', 'Account 4') ORDER BY Name");

        assertThat(answer.path("records").findValuesAsText("Name"))
                .containsExactly("Account 1", "Won deal", "Account 2", "Signed", "Account 4");
        assertThat(answer.path("records").path(2).path("Opportunities").isNull())
                .isTrue();
    }

    @Test
    void counting_answers_without_records() throws IOException {
        var answer = client.query("SELECT COUNT() FROM Account WHERE Industry = 'Energy'");

        assertThat(answer.path("totalSize").asInt()).isEqualTo(4);
        assertThat(answer.path("records")).isEmpty();
    }

    @Test
    void parents_are_nested_and_those_missing_are_null() throws IOException {
        var answer =
                client.query("SELECT Name, Parent.Owner.Name, BillingAddress FROM Account WHERE Name = 'Account 1'");
        var orphan = client.query("SELECT Name, Parent.Name FROM Account WHERE Name = 'Account 0'");

        var owner = answer.path("records").path(0).path("Parent").path("Owner");
        assertThat(owner.path("Name").asText()).isEqualTo("Ann Arbor");
        assertThat(owner.path("attributes").path("type").asText()).isEqualTo("User");
        assertThat(orphan.path("records").path(0).path("Parent").isNull()).isTrue();
    }

    static List<NamedCsvRecord> answers() throws IOException {
        return lines("soql-answers.csv");
    }

    static List<NamedCsvRecord> refusals() throws IOException {
        return lines("soql-refusals.csv");
    }

    private static List<NamedCsvRecord> lines(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(SoqlTest.class.getResourceAsStream(name));
                var reader = CsvReader.builder().ofNamedCsvRecord(in)) {
            return reader.stream().toList();
        }
    }
}
