package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of CSV files with standard columns alone go through the whole job. */
class DataFolderTest {
    private static final List<String> STATES = List.of("CA", "NY", "TX", "WA", "IL", "GA");

    @TempDir
    private Path folder;

    @Test
    void where_nobody_owns_anything_those_with_a_manager_and_no_reports_become_reps() throws IOException {
        write("User.csv", users(4));
        write("Account.csv", accounts(40, "Id,Name,BillingState,NumberOfEmployees", i -> ""));

        var done = run();

        assertThat(done.code()).as(done.err()).isZero();
        WholeJobTest.assertAgrees(done.json());
        assertThat(done.json().path("reps").asInt()).isEqualTo(4);
        assertThat(done.json().path("moves").asInt()).isEqualTo(40);
        assertThat(done.json().path("opportunities").asInt()).isZero();
    }

    @Test
    void old_deals_in_stages_of_their_own_are_looked_back_on_from_the_newest_and_that_is_said() throws IOException {
        write("User.csv", users(3));
        write(
                "Account.csv",
                accounts(
                        60, "Id,Name,BillingState,NumberOfEmployees,OwnerId", i -> i % 4 == 0 ? "," : ",rep " + i % 3));
        var deals = new ArrayList<>(List.of("Id,AccountId,Name,StageName,Amount,CloseDate,IsWon,IsClosed"));
        IntStream.range(0, 120)
                .mapToObj(i -> "deal " + i + ",account " + i % 60 + ",Deal " + i + ","
                        + (i % 3 == 0
                                ? "Gewonnen,9000,2016-12-30 00:00:00,true,true"
                                : "Verloren,5000,2016-11-02,false,true"))
                .forEach(deals::add);
        IntStream.range(0, 1_100)
                .mapToObj(i -> "open " + i + ",account " + i % 60 + ",Deal,Angebot,7000,,false,false")
                .forEach(deals::add);
        write("Opportunity.csv", deals);

        var done = run();

        assertThat(done.code()).as(done.err()).isZero();
        WholeJobTest.assertAgrees(done.json());
        assertThat(why(done.json()))
                .anyMatch(sentence -> sentence.contains("24 months") && sentence.contains("2016-12-30"));
        assertThat(done.err())
                .contains("1,100 open opportunities have no CloseDate, which an org requires: the newest one given,"
                        + " 2016-12-30, stands in");
    }

    @Test
    void one_giant_account_makes_no_plan_feasible_which_is_said_and_proposed_all_the_same() throws IOException {
        write("User.csv", users(3));
        write("Account.csv", accounts(30, "Id,Name,BillingState,NumberOfEmployees,OwnerId", i -> ",rep " + i % 2));
        var deals = new ArrayList<>(List.of("Id,AccountId,Name,StageName,Amount,CloseDate"));
        IntStream.range(0, 30)
                .forEach(i -> deals.add("deal " + i + ",account " + i + ",Deal,Closed Won,"
                        + (i == 7 ? 90_000_000 : 1_000) + ",2025-03-01"));
        write("Opportunity.csv", deals);

        var done = run();

        assertThat(done.code()).as(done.err()).isZero();
        WholeJobTest.assertAgrees(done.json());
        assertThat(done.json().path("planStatus").asText()).isEqualTo("infeasible");
        assertThat(why(done.json()))
                .anyMatch(sentence -> sentence.contains("Company 7") && sentence.contains("no plan"));
        assertThat(done.json().path("gap").isNull()).isTrue();
        assertThat(done.json().path("committed").asInt()
                        + done.json().path("stamped").asInt())
                .isEqualTo(30);
    }

    private Shell.Outcome run() {
        var variables = new HashMap<>(TestDatabase.variables());
        variables.put("FAIRPATCH_HOME", folder.resolve("home").toString());
        return new Shell(variables, WholeJobTest.CLOCK)
                .run("demo", "--headless", "--json", "--data", folder.toString());
    }

    private void write(String file, List<String> lines) throws IOException {
        Files.write(folder.resolve(file), lines);
    }

    /** A manager and her reps. */
    private static List<String> users(int reps) {
        var lines = new ArrayList<>(List.of("Id,FirstName,LastName,IsActive,ManagerId", "boss,Vera,Pohl,true,"));
        IntStream.range(0, reps).forEach(i -> lines.add("rep " + i + ",Rep,Nr" + i + ",true,boss"));
        lines.add("gone,Ex,Rep,false,boss");
        return lines;
    }

    private static List<String> accounts(int count, String header, java.util.function.IntFunction<String> rest) {
        var lines = new ArrayList<>(List.of(header));
        IntStream.range(0, count)
                .forEach(i -> lines.add("account " + i + ",Company " + i + "," + STATES.get(i % STATES.size()) + ","
                        + (20 + 37 * i % 400) + rest.apply(i)));
        return lines;
    }

    private static List<String> why(JsonNode summary) {
        return StreamSupport.stream(summary.path("why").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
