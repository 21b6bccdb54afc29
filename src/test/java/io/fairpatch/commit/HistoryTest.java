package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.model.Progress;
import io.fairpatch.review.ProposalState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Seeded histories of commits in which everything goes wrong in any order: processes die, answers get lost, the org is
 * away, rows are refused and locked, others change accounts. Checked after the fact, by what the org was given.
 */
class HistoryTest {
    private static final int ACCOUNTS = 1_000;
    private static final int MOST_PROCESSES = 60;

    @Test
    void a_few_histories() {
        for (int seed = 1; seed <= 3; seed++) {
            history(seed);
        }
    }

    @Test
    @Tag("long")
    void a_hundred_histories() {
        for (int seed = 1; seed <= 100; seed++) {
            history(seed);
        }
    }

    private static void history(int seed) {
        var random = new Random(seed);
        var bench = new CommitBench(ACCOUNTS);
        var org = MemoryOrg.withAccounts(ACCOUNTS);
        var foreign = new HashSet<String>();
        List<String> accounts = List.copyOf(org.records.keySet());
        accounts.stream().filter(id -> random.nextInt(50) == 0).forEach(org.locking::add);
        accounts.stream().filter(id -> random.nextInt(50) == 0).forEach(org.refusing::add);
        org.before = (call, number) -> strike(random);
        org.after = (call, number) -> {
            if (random.nextInt(6) == 0) {
                String id = accounts.get(random.nextInt(accounts.size()));
                if (foreign.add(id)) {
                    org.record(id).put("Territory__c", "Theirs");
                }
            }
            strike(random);
        };

        int processes = 0;
        CommitRun run = bench.start(org);
        while (processes++ < MOST_PROCESSES && !settled(bench)) {
            if (bench.queries.run(bench.org, run.id()).state() != RunState.RUNNING) {
                run = bench.start(org);
            }
            live(bench, org, run);
        }
        org.before = (call, number) -> {};
        org.after = (call, number) -> {};
        if (bench.queries.run(bench.org, run.id()).state() == RunState.RUNNING) {
            live(bench, org, run);
        }
        check("seed " + seed, bench, org, foreign);
    }

    /** One process, until it dies or its run ends. */
    private static void live(CommitBench bench, MemoryOrg org, CommitRun run) {
        bench.clock.now = bench.clock.now.plus(Lease.LENGTH);
        try {
            bench.process().run(bench.org, run.id(), org.connection(), bench.policy, Progress.NONE);
        } catch (DyingDatabase.Death death) {
            assertThat(death).hasMessage("killed on purpose");
        }
    }

    private static boolean settled(CommitBench bench) {
        CommitCounts counts = bench.outcome();
        int open = counts.moves().unknown()
                + counts.moves().pending()
                + counts.moves().cancelled()
                + counts.stamps().unknown()
                + counts.stamps().pending()
                + counts.stamps().cancelled();
        return open == 0 && bench.proposal().state() != ProposalState.COMMITTING;
    }

    private static void strike(Random random) {
        switch (random.nextInt(40)) {
            case 0 -> throw new DyingDatabase.Death();
            case 1 -> throw MemoryOrg.fault(ErrorCode.ORG_ANSWER_LOST);
            case 2 -> throw MemoryOrg.fault(ErrorCode.ORG_UNREACHABLE);
            default -> {}
        }
    }

    private static void check(String seed, CommitBench bench, MemoryOrg org, Set<String> foreign) {
        var twice = new ArrayList<String>(org.log);
        new HashSet<>(org.log).forEach(twice::remove);
        assertThat(twice).as(seed + ": written twice").isEmpty();
        List<Written> all = bench.jdbi.withHandle(h -> Written.of(h, bench.org, bench.approved.id()));
        assertThat(all).hasSize(ACCOUNTS);
        for (Written intent : all) {
            String id = intent.account().value();
            String where = seed + ": " + id + " " + intent.state();
            boolean held = held(org.record(id), intent);
            switch (intent.state()) {
                case CONFIRMED ->
                    assertThat(held || foreign.contains(id)).as(where).isTrue();
                case REJECTED -> {
                    assertThat(org.refusing).as(where).contains(id);
                    assertThat(held).as(where).isFalse();
                }
                case DRIFTED -> assertThat(foreign).as(where).contains(id);
                case PLANNED, GUARDED, SENT, UNKNOWN, CANCELLED ->
                    assertThat(held).as(where + " though the org holds it").isFalse();
            }
        }
    }

    private static boolean held(Map<String, String> record, Written intent) {
        return intent.after().values().entrySet().stream()
                .allMatch(field -> field.getValue() == null
                        ? !record.containsKey(field.getKey())
                        : field.getValue().equals(record.get(field.getKey())));
    }
}
