package io.fairpatch.commit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.Database;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;

/**
 * A commit in a process of its own, to be killed. Says each ledger step once it is durable ("STEP send"), and waits for a
 * line on standard input at the one it is told to stop at.
 */
final class CommitProcess {
    private CommitProcess() {}

    public static void main(String[] arguments) throws IOException {
        var pool = new HikariConfig();
        pool.setJdbcUrl(arguments[0]);
        pool.setUsername(arguments[1]);
        pool.setPassword(arguments[2]);
        pool.setMaximumPoolSize(2);
        pool.setMinimumIdle(1);
        var source = new HikariDataSource(pool);
        SalesforceOrg org = SalesforceOrg.connect(
                SalesforceSettings.of(URI.create(arguments[3]), new SignIn.AccessToken(arguments[4])),
                Clock.systemUTC());
        SalesforceId id = SalesforceId.of(arguments[5]);
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[7])));
        String stopAt = arguments[8];
        var jdbi = new DyingDatabase(source, -1, step -> said(step, stopAt)).jdbi();
        var process = ProcessHandle.current();
        var commits = new CommitService(
                jdbi,
                clock,
                new AuditLog(Database.jdbi(source), clock),
                Pause.REAL,
                "process " + process.pid() + " " + process.info().startInstant());
        try {
            var policy = new ObjectMapper().readValue(arguments[9], WritePolicyConfig.class);
            CommitRun run = commits.run(id, arguments[6], org.connection(), policy, Progress.NONE);
            System.out.println("ENDED " + run.state());
        } catch (FairpatchException e) {
            System.out.println("REFUSED " + e.code());
        }
        System.exit(0);
    }

    private static void said(String step, String stopAt) {
        if (step.isEmpty() || step.equals("keepLease")) {
            return;
        }
        System.out.println("STEP " + step);
        if (step.equals(stopAt)) {
            try {
                int go = System.in.read();
                System.err.println("going on after " + (char) go);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
