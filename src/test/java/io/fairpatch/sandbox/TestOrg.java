package io.fairpatch.sandbox;

import io.fairpatch.sandbox.data.CustomField;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A small org for tests. */
public final class TestOrg {
    private TestOrg() {}

    /** Two reps under a manager, ten accounts, opportunities and activities of all kinds. */
    public static OrgData data() {
        return new OrgData(
                List.of(
                        new CustomField("Account", "External_Id__c", "External Id", "string", 40, null),
                        new CustomField("Account", "Languages__c", "Languages", "multipicklist", 255, null)),
                List.of(users(), accounts(), opportunities(), tasks()));
    }

    public static SandboxConfig config(Path folder) {
        return new SandboxConfig("127.0.0.1", 0, false, 7, null, null, Duration.ofMillis(60), KeptKey.in(folder));
    }

    public static Sandbox start(Path folder) {
        return Sandbox.start(config(folder), data(), Clock.systemUTC());
    }

    private static OrgTable users() {
        return table(
                "User",
                "Id,FirstName,LastName,ManagerId,IsActive",
                new String[] {"boss", "Mia", "Chief", "", "true"},
                new String[] {"ann", "Ann", "Arbor", "boss", "true"},
                new String[] {"bob", "Bob", "Bärlin", "boss", "true"},
                new String[] {"old", "Olga", "Gone", "boss", "false"});
    }

    private static OrgTable accounts() {
        var rows = new ArrayList<String[]>();
        for (int i = 0; i < 10; i++) {
            rows.add(new String[] {
                "a" + i,
                i == 3 ? "Müller, \"Söhne\"\nGmbH" : "Account " + i,
                i % 2 == 0 ? "ann" : "bob",
                i == 9 ? "nobody" : i > 0 ? "a0" : "",
                i % 3 == 0 ? "Energy" : i % 3 == 1 ? "Retail" : "",
                i == 5 ? "" : String.valueOf(i * 50_000_000L),
                "2024-01-0" + Math.max(1, i) + "T10:00:00Z",
                "X-" + i,
                i == 1 ? "de;en" : i == 2 ? "fr" : ""
            });
        }
        return new OrgTable(
                "Account",
                columns("Id,Name,OwnerId,ParentId,Industry,AnnualRevenue,CreatedDate,External_Id__c,Languages__c"),
                rows);
    }

    private static OrgTable opportunities() {
        return table(
                "Opportunity",
                "Id,Name,AccountId,OwnerId,StageName,Amount,CloseDate,IsWon,IsClosed",
                new String[] {"o1", "Won deal", "a1", "ann", "Closed Won", "1000.5", "2024-03-01", "", ""},
                new String[] {"o2", "Lost deal", "a1", "ann", "Closed Lost", "2000", "2024-04-01", "", ""},
                new String[] {"o3", "Odd deal", "a2", "bob", "Verbal", "", "2024-05-01", "", ""},
                new String[] {"o4", "Signed", "a2", "bob", "Signed", "10", "2024-06-01", "true", "true"});
    }

    private static OrgTable tasks() {
        return table(
                "Task",
                "Id,Subject,WhatId,OwnerId,Status,ActivityDate",
                new String[] {"t1", "Call", "a1", "ann", "Completed", "2024-02-01"},
                new String[] {"t2", "Call", "o1", "ann", "Completed", "2024-02-10"},
                new String[] {"t3", "Mail", "a1", "ann", "Not Started", "2024-09-01"});
    }

    /** Many accounts, for paging. */
    public static OrgData manyAccounts(int count) {
        var rows = IntStream.range(0, count)
                .mapToObj(i -> new String[] {"a" + i, "Account " + i})
                .toList();
        return new OrgData(List.of(), List.of(new OrgTable("Account", columns("Id,Name"), rows)));
    }

    private static OrgTable table(String object, String columns, String[]... rows) {
        return new OrgTable(object, columns(columns), List.of(rows));
    }

    private static List<String> columns(String names) {
        return List.of(names.split(","));
    }
}
