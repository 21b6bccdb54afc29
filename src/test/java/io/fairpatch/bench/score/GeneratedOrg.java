package io.fairpatch.bench.score;

import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** An org of any size that the database makes itself, in seconds. */
public final class GeneratedOrg {
    private static final String ACCOUNTS =
            """
            INSERT INTO account (org_id, id, name, owner_id, type, industry, employees, company_revenue_cents, country,
              state, intent, headcount_growth, named_account, strategic, compliance, system_modstamp)
            SELECT :org, '001' || lpad(CAST(n AS text), 12, '0') || 'AAA', 'Account ' || n,
              '005' || lpad(CAST(n % 500 AS text), 12, '0') || 'AAA',
              CASE WHEN n % 3 = 0 THEN 'Customer - Direct' ELSE 'Prospect' END,
              (ARRAY['Technology','Banking','Healthcare','Retail','Energy','Media','Education','Insurance'])[1 + n % 8],
              10 + n * 7919 % 20000, (100000 + n * 104729 % 500000000) * 100, 'United States',
              (ARRAY['TX','CA','NY','IL','WA','GA','CO','FL','OH','MA','PA','NC'])[1 + n % 12],
              CASE WHEN n % 4 = 0 THEN n % 101 END, CASE WHEN n % 5 = 0 THEN (n % 70 - 20) / 100.0 END,
              n % 97 = 0, n % 31 = 0, '{}', now()
            FROM generate_series(1, CAST(:accounts AS bigint)) AS n
            """;
    private static final String DEALS =
            """
            INSERT INTO opportunity (org_id, id, account_id, owner_id, stage, amount_cents, close_date, created_date,
              closed, won, system_modstamp)
            SELECT :org, '006' || lpad(CAST(n AS text), 12, '0') || 'AAA',
              '001' || lpad(CAST(1 + n * 48271 % :accounts AS text), 12, '0') || 'AAA',
              '005' || lpad(CAST(n % 500 AS text), 12, '0') || 'AAA',
              CASE WHEN n % 10 = 0 THEN 'Negotiation' WHEN n % 4 = 1 THEN 'Closed Won' ELSE 'Closed Lost' END,
              (1000 + n * 31337 % 200000) * 100, CAST(:end AS date) - CAST(n * 17 % 1000 AS integer),
              CAST(:end AS date) - CAST(60 + n * 17 % 1000 AS integer), n % 10 <> 0, n % 10 <> 0 AND n % 4 = 1, now()
            FROM generate_series(1, CAST(:deals AS bigint)) AS n
            """;

    private GeneratedOrg() {}

    public static void fill(Jdbi jdbi, SalesforceId org, int accounts, int deals, LocalDate end) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("INSERT INTO sync_run (org_id, started_at, finished_at) VALUES (:org, now(), now())")
                    .bind("org", org.value())
                    .execute();
            handle.createUpdate(ACCOUNTS)
                    .bind("org", org.value())
                    .bind("accounts", accounts)
                    .execute();
            deals(handle, org, accounts, deals, end);
            handle.execute("VACUUM ANALYZE account");
            handle.execute("VACUUM ANALYZE opportunity");
        });
    }

    private static void deals(Handle handle, SalesforceId org, int accounts, int deals, LocalDate end) {
        handle.createUpdate(DEALS)
                .bind("org", org.value())
                .bind("accounts", (long) accounts)
                .bind("deals", deals)
                .bind("end", end)
                .execute();
    }
}
