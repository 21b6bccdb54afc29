package io.fairpatch.commit;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.DatabaseFailure;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgReader;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes approved proposals into the org, and nothing else. Each approved write is applied at most once in effect, and
 * never reported wrongly: what is called committed was read back equal. Thread-safe; several processes may share a
 * database, of which one at a time writes to an org.
 */
@Singleton
public final class CommitService {
    private static final Logger LOG = LoggerFactory.getLogger(CommitService.class);
    /** One right after the other, about two minutes: a restart of the database is over by then. */
    private static final int MOST_OUTAGES = 15;

    private static final Duration APART = Duration.ofMinutes(1);

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final Pause pause;
    private final String holder;
    private final String territoryField;

    @Inject
    public CommitService(Jdbi jdbi, Clock clock, AuditLog audit, SecureRandom random, MappingConfig mapping) {
        this(
                jdbi,
                clock,
                audit,
                Pause.REAL,
                "process " + ProcessHandle.current().pid() + "-" + random.nextLong(),
                mapping.written().getOrDefault("territory", ""));
    }

    CommitService(Jdbi jdbi, Clock clock, AuditLog audit, Pause pause, String holder) {
        this(jdbi, clock, audit, pause, holder, "Territory__c");
    }

    private CommitService(Jdbi jdbi, Clock clock, AuditLog audit, Pause pause, String holder, String territoryField) {
        this.territoryField = territoryField;
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.pause = pause;
        this.holder = holder;
    }

    /**
     * Freezes the approved lines of a proposal into a new run; nothing is written yet, see {@link #run}. Also the way to
     * retry what an earlier run did not write.
     *
     * @param version the version the person saw
     * @param fingerprint the fingerprint the person saw
     * @throws FairpatchException WRITES_DISABLED, ACCESS_RIGHTS, FOUR_EYES, FINGERPRINT, PROPOSAL_STATE, COMMIT_FIELD
     */
    public CommitRun start(
            SalesforceId org,
            String proposal,
            int version,
            String fingerprint,
            Person person,
            WritePolicyConfig policy,
            OrgReader reader) {
        Rights.require(person, Action.COMMIT);
        WriteSwitch.requireOn(policy, org, reader.identity());
        var frozen = new Freeze(proposal, version, fingerprint, person, policy, now());
        return jdbi.inTransaction(h -> {
            CommitRun run = frozen.into(h, org);
            var details = Map.of("run", run.id(), "version", version, "fingerprint", fingerprint);
            audit.append(h, org, person.name(), "commit.start", proposal, details);
            return run;
        });
    }

    /**
     * Writes a run to its end, or goes on with one that a crash or a stop of the process interrupted. A run that has
     * ended is left as it is. When the org fails, the run ends as FAILED with its problem; what was not written can be
     * retried by a new run. A database that goes away for a while is waited for.
     *
     * @param policy the write policy as it is now: writes that were switched off since the start are not made
     * @return the run as it ended
     * @throws FairpatchException COMMIT_LEASE when another process is writing to the org
     */
    public CommitRun run(
            SalesforceId org, String runId, OrgConnection connection, WritePolicyConfig policy, Progress progress) {
        for (int tried = 1; ; tried++) {
            Instant begin = clock.instant();
            try {
                return attempt(org, runId, connection, policy, progress);
            } catch (JdbiException e) {
                tried = clock.instant().isAfter(begin.plus(APART)) ? 1 : tried;
                if (tried == MOST_OUTAGES || !DatabaseFailure.passes(e)) {
                    throw e;
                }
                LOG.warn("The database failed in the middle of commit {}; it goes on when it is back", runId, e);
                pause.of(Duration.ofSeconds(Math.min(10, 1L << tried)));
            }
        }
    }

    private CommitRun attempt(
            SalesforceId org, String runId, OrgConnection connection, WritePolicyConfig policy, Progress progress) {
        CommitRun asked = CommitRunSql.get(jdbi, org, runId);
        if (asked.state() != RunState.RUNNING) {
            return asked;
        }
        Lease lease = Lease.acquire(jdbi, org, holder, clock, pause, progress);
        // whoever had the lease may have brought this very run to its end
        CommitRun run = CommitRunSql.get(jdbi, org, runId);
        var ledger = new Ledger(jdbi, lease, run);
        if (run.state() != RunState.RUNNING) {
            ledger.letGo();
            return run;
        }
        try {
            WriteSwitch.requireOn(policy, org, connection.reader().identity());
            FieldCheck.requireWritable(jdbi, run, connection.reader());
            RunState end = write(ledger, connection, policy, counting(run, progress));
            ledger.end(new RunEnd(run, end, null, now(), audit));
        } catch (FairpatchException e) {
            if (!endsRun(e)) {
                letGo(ledger, e);
                throw e;
            }
            ledger.end(new RunEnd(run, RunState.FAILED, e.problem(), now(), audit));
        }
        return CommitRunSql.get(jdbi, org, runId);
    }

    private RunState write(Ledger ledger, OrgConnection connection, WritePolicyConfig policy, Progress progress) {
        OwnerWay owners = OwnerWay.of(policy, connection);
        Companions companions = Companions.of(ledger, connection, policy, territoryField, progress);
        companions.requireKnown(connection);
        try {
            RunState end = RunLoop.of(ledger, connection, owners, companions, clock, pause, progress)
                    .go();
            companions.afterWriting();
            return end;
        } catch (FairpatchException e) {
            if (endsRun(e)) {
                companions.afterWriting();
            }
            throw e;
        }
    }

    /** An interrupted process lets another one go on without waiting for the lease to run out. */
    private static void letGo(Ledger ledger, FairpatchException e) {
        if (e.code() == ErrorCode.INTERRUPTED) {
            ledger.letGo();
        }
    }

    /** Asks a run to stop after the batch it is writing. Does nothing to a run that has ended. */
    public CommitRun requestStop(SalesforceId org, String runId, Person person) {
        Rights.require(person, Action.COMMIT);
        jdbi.useTransaction(h -> {
            CommitRun run = CommitRunSql.get(h, org, runId);
            CommitRunSql.requestStop(h, org, runId);
            audit.append(h, org, person.name(), "commit.stop", run.proposal(), Map.of("run", runId));
        });
        return CommitRunSql.get(jdbi, org, runId);
    }

    /** Failures of the org or of its set-up end a run; a lost lease or an interrupted process must not. */
    static boolean endsRun(FairpatchException e) {
        return switch (e.code().category()) {
            case INTERRUPTED, INTERNAL -> false;
            case INPUT, PENDING, DRIFT, PARTLY, ACCESS, LIMIT, POLICY -> e.code() != ErrorCode.COMMIT_LEASE;
        };
    }

    private Progress counting(CommitRun run, Progress progress) {
        return new Progress() {
            @Override
            public void stage(String sentence) {
                progress.stage(sentence);
                CommitCounts counts = jdbi.withHandle(h -> CommitCountSql.ofRun(h, run.org(), run.id()));
                progress.at(counts.done(), counts.approved());
            }

            @Override
            public void at(long done, long total) {
                progress.at(done, total);
            }

            @Override
            public boolean stopRequested() {
                return progress.stopRequested();
            }
        };
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
