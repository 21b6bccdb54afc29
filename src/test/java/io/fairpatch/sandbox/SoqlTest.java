package io.fairpatch.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden cases, one a line of the data files. */
class SoqlTest extends OrgOfAClass {
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
                    SELECT StageName s, MAX(CloseDate) d FROM Opportunity GROUP BY StageName HAVING MAX(CloseDate) > 2024-04-30 AND StageName NOT IN ('Signed', 'x') | [{"attributes":{"type":"AggregateResult"},"s":"Verbal","d":"2024-05-01"}]
                    SELECT Industry i FROM Account GROUP BY Industry HAVING MIN(CreatedDate) < 2024-01-01T12:00:00Z AND MAX(Name) LIKE 'm%' | [{"attributes":{"type":"AggregateResult"},"i":"Energy"}]
                    SELECT CALENDAR_MONTH(CloseDate) m FROM Opportunity GROUP BY CALENDAR_MONTH(CloseDate) HAVING COUNT(Id) IN (1, 7) AND CALENDAR_MONTH(CloseDate) > 5 | [{"attributes":{"type":"AggregateResult"},"m":6}]
                    SELECT CALENDAR_MONTH(CloseDate), COUNT_DISTINCT(StageName) FROM Opportunity WHERE CALENDAR_YEAR(CloseDate) = 2024 AND IsWon = true GROUP BY CALENDAR_MONTH(CloseDate) | [{"attributes":{"type":"AggregateResult"},"expr0":3,"expr1":1},{"attributes":{"type":"AggregateResult"},"expr0":6,"expr1":1}]
                    SELECT Industry, GROUPING(Industry) total, COUNT(Id) n FROM Account WHERE Industry = 'Energy' GROUP BY ROLLUP(Industry) | [{"attributes":{"type":"AggregateResult"},"Industry":"Energy","total":0,"n":4},{"attributes":{"type":"AggregateResult"},"Industry":null,"total":1,"n":4}]
                    SELECT IsWon w, IsClosed c, COUNT(Id) n FROM Opportunity WHERE Amount > 1000 GROUP BY CUBE(IsWon, IsClosed) HAVING COUNT(Id) > 1 | [{"attributes":{"type":"AggregateResult"},"w":null,"c":true,"n":2},{"attributes":{"type":"AggregateResult"},"w":null,"c":null,"n":2}]
                    SELECT FORMAT(MAX(Amount)) most, FORMAT(MIN(CloseDate)), COUNT(Id) FROM Opportunity | [{"attributes":{"type":"AggregateResult"},"most":"$2,000.00","expr0":"3/1/2024","expr1":4}]
                    SELECT HOUR_IN_DAY(CreatedDate) u, HOUR_IN_DAY(convertTimezone(CreatedDate)) h FROM Account WHERE Name = 'Account 1' GROUP BY HOUR_IN_DAY(CreatedDate), HOUR_IN_DAY(convertTimezone(CreatedDate)) | [{"attributes":{"type":"AggregateResult"},"u":10,"h":2}]
                    SELECT What.Type, COUNT(Id) n FROM Task GROUP BY What.Type ORDER BY What.Type | [{"attributes":{"type":"AggregateResult"},"Type":"Account","n":2},{"attributes":{"type":"AggregateResult"},"Type":"Opportunity","n":1}]
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
    void fields_of_a_parent_may_depend_on_what_it_is() throws IOException {
        var answer = client.query(
                "SELECT Subject, TYPEOF What WHEN Account THEN Industry WHEN Opportunity THEN StageName, Account.Name"
                        + " ELSE Name END FROM Task WHERE Subject = 'Call' ORDER BY ActivityDate");

        var account = answer.path("records").path(0).path("What");
        var deal = answer.path("records").path(1).path("What");
        assertThat(account.path("attributes").path("type").asText()).isEqualTo("Account");
        assertThat(account.path("Industry").asText()).isEqualTo("Retail");
        assertThat(deal.path("StageName").asText()).isEqualTo("Closed Won");
        assertThat(deal.path("Account").path("Name").asText()).isEqualTo("Account 1");
    }

    @Test
    void columns_are_named_for_children_and_figures_too() throws IOException {
        var children = columns("SELECT Name, (SELECT Name, Owner.Name FROM Opportunities) FROM Account");
        var figures = columns("SELECT Industry, COUNT(Id), MAX(AnnualRevenue) most FROM Account GROUP BY Industry");

        assertThat(children.findValuesAsText("columnName"))
                .containsExactly("Name", "Opportunities", "Name", "Owner", "Name");
        assertThat(children.path(1).path("aggregate").asBoolean()).isTrue();
        assertThat(figures.findValuesAsText("columnName")).containsExactly("Industry", "expr0", "most");
        assertThat(figures.findValuesAsText("displayName")).containsExactly("Industry", "COUNT(Id)", "most");
    }

    private JsonNode columns(String query) throws IOException {
        var path = "/query?columns=true&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return client.json("GET", Client.DATA + path, "").path("columnMetadata");
    }

    @Test
    void records_are_found_and_sorted_by_how_far_they_are() throws IOException {
        var places = Map.of("Account 1", "52.52,13.405", "Account 2", "48.137,11.575", "Account 4", "40.713,-74.006");
        for (var place : places.entrySet()) {
            var at = place.getValue().split(",");
            client.done(
                    "PATCH",
                    Client.DATA + "/sobjects/Account/" + client.idOfAccount(place.getKey()),
                    "{\"BillingLatitude\":%s,\"BillingLongitude\":%s}".formatted(at[0], at[1]));
        }
        var here = "DISTANCE(BillingAddress, GEOLOCATION(50.11, 8.682), '%s')";

        var near = client.query("SELECT Name FROM Account WHERE " + here.formatted("km") + " < 500 ORDER BY "
                + here.formatted("mi") + " DESC");

        var far = client.query("SELECT Name, " + here.formatted("km") + ", " + here.formatted("mi")
                        + " miles FROM Account WHERE Name = 'Account 1'")
                .path("records")
                .path(0);

        assertThat(near.path("records").findValuesAsText("Name")).containsExactly("Account 1", "Account 2");
        assertThat(far.path("expr0").asDouble()).isCloseTo(423, within(2.0));
        assertThat(far.path("miles").asDouble()).isCloseTo(263, within(2.0));
    }

    @Test
    void objects_and_fields_are_found_as_records_whatever_name_the_filter_uses() throws IOException {
        var byName = client.query("SELECT QualifiedApiName, DataType, EntityDefinition.KeyPrefix FROM FieldDefinition"
                + " WHERE EntityDefinition.QualifiedApiName = 'Account' AND QualifiedApiName IN ('Industry', 'OwnerId')"
                + " ORDER BY QualifiedApiName");
        var byId = client.query("SELECT QualifiedApiName FROM EntityParticle WHERE EntityDefinitionId = 'Account'"
                + " AND IsCreatable = true AND IsNillable = false");
        var children = client.query(
                "SELECT (SELECT DataType FROM Fields WHERE QualifiedApiName = 'Description') FROM EntityDefinition"
                        + " WHERE QualifiedApiName = 'Account'");

        assertThat(byName.path("records").findValuesAsText("DataType")).containsExactly("Picklist", "Lookup(User)");
        assertThat(byName.path("records").findValuesAsText("KeyPrefix")).containsExactly("001", "001");
        assertThat(byId.path("records").findValuesAsText("QualifiedApiName"))
                .contains("Name")
                .doesNotContain("Industry");
        assertThat(children.findValuesAsText("DataType")).containsExactly("Long Text Area(32000)");
    }

    @Test
    void a_query_is_explained_without_being_carried_out() throws IOException {
        var path = "/query?explain="
                + URLEncoder.encode("SELECT Id FROM Account WHERE Industry = 'Energy'", StandardCharsets.UTF_8);
        var plan = client.json("GET", Client.DATA + path, "").path("plans").path(0);

        assertThat(plan.path("leadingOperationType").asText()).isEqualTo("TableScan");
        assertThat(plan.path("cardinality").asInt()).isEqualTo(4);
        assertThat(plan.path("sobjectCardinality").asInt()).isEqualTo(10);
    }

    @Test
    void who_has_no_children_has_null_even_where_an_offset_leaves_none() throws IOException {
        var records = client.query("SELECT Name, (SELECT Id FROM Opportunities LIMIT 5 OFFSET 99) FROM Account")
                .path("records");

        assertThat(records.findValues("Opportunities")).isNotEmpty().allMatch(JsonNode::isNull);
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
