package io.fairpatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import io.fairpatch.plan.rules.Polish;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What must hold of the plan of any small org. */
final class RandomOrgs {
    private final Planner planner = new Planner();

    void check(long seed) {
        var random = new Random(seed);
        int accounts = 1 + random.nextInt(60);
        int reps = 1 + random.nextInt(6);
        PlanInput input = SmallOrg.random(seed, accounts, reps, 20).input();
        PlanInput varied = random.nextInt(3) == 0 ? input.with(input.levers().atMost(random.nextInt(8))) : input;

        Planner.Solved solved = planner.solve(varied, Integer.MAX_VALUE, Progress.NONE);
        hardRules(solved);
        rulesAgree(solved);

        Plan plan = planner.plan(varied, Progress.NONE);
        PlanChecks.everyAccountHasAnActiveRep(varied, plan);
        PlanChecks.namedAccountsStay(varied, plan);
        PlanChecks.movesAreExactlyTheChanges(varied, plan);
        PlanChecks.reasonsAddUp(plan);
        plan.moves().forEach(move -> effects(plan, move));
        bound(plan);
        assertThat(new HashSet<>(plan.books().stream().map(Book::territory).toList()))
                .hasSameSizeAs(plan.books());
    }

    /** Nobody gets what a rule keeps from them, as long as anybody else could have it, and no more move than may. */
    private static void hardRules(Planner.Solved solved) {
        var problem = solved.prepared().problem();
        int[] seats = solved.result().assignment();
        var standing = new Standing(problem, seats);
        for (Unit unit : problem.units()) {
            int least = IntStream.of(unit.options()).map(unit::broken).min().orElseThrow();
            assertThat(unit.broken(seats[unit.index()])).isEqualTo(least);
        }
        assertThat(standing.moved()).isLessThanOrEqualTo(Math.max(problem.mostMoved(), forced(problem)));
    }

    /**
     * Moves that no plan is spared: of accounts that nobody may keep who has them, and of those above a cap that is full with
     * what nobody else may have.
     */
    private static int forced(TerritoryProblem problem) {
        int[] kept = new int[problem.seats().size()];
        int forced = 0;
        for (Unit unit : problem.units()) {
            int seat = IntStream.of(unit.options())
                    .boxed()
                    .max(Comparator.comparingInt(unit.holders()::heldBy))
                    .orElseThrow();
            int stays = unit.holders().heldBy(seat);
            forced += unit.accounts() - stays;
            kept[seat] += stays > 0 || unit.options().length == 1 ? unit.accounts() : 0;
        }
        for (Seat seat : problem.seats()) {
            forced += seat.caps().over(kept[seat.index()]);
        }
        return forced;
    }

    private static void rulesAgree(Planner.Solved solved) {
        var problem = solved.prepared().problem();
        int[] seats = solved.result().assignment();
        assertThat(new Polish().score(problem, seats)).isEqualTo(new Standing(problem, seats).score());
        assertThat(solved.score()).isEqualTo(new Standing(problem, seats).score());
    }

    private static void effects(Plan plan, PlannedMove move) {
        MoveWhy why = Objects.requireNonNull(move.why());
        assertThat(why.receiver().potentialWithCents()).isEqualTo(after(plan, move.to()));
        assertThat(why.receiver().potentialWithoutCents())
                .isLessThanOrEqualTo(why.receiver().potentialWithCents());
        MoveWhy.Effect giver = why.giver();
        assertThat(giver == null || giver.potentialWithCents() == after(plan, giver.rep()))
                .isTrue();
        assertThat(why.runnerUp() == null || !why.runnerUp().rep().equals(move.to()))
                .isTrue();
        assertThat(why.staysIf()).isNotBlank();
        assertThat(move.headline() + move.crmReason() + why.staysIf() + move.reasons())
                .doesNotContain("null");
        assertThat(Set.of("balance", "family").contains(move.mainRule())
                        || move.reasons().stream()
                                .anyMatch(reason -> reason.rule().equals(move.mainRule()) && reason.points() > 0))
                .as("%s speaks for %s", move.mainRule(), move.headline())
                .isTrue();
    }

    private static long after(Plan plan, SalesforceId rep) {
        return plan.books().stream()
                .filter(book -> book.rep().equals(rep))
                .mapToLong(book -> book.after().potentialCents())
                .sum();
    }

    private static void bound(Plan plan) {
        assertThat(plan.boundCents() == null || plan.boundCents() <= plan.costCents())
                .isTrue();
        plan.waysOut().forEach(way -> assertThat(way.meetsAll() || way.outsideAfter() < way.outsideBefore())
                .isTrue());
    }
}
