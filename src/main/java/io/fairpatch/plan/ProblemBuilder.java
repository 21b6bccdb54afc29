package io.fairpatch.plan;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.Play;
import io.fairpatch.plan.problem.Band;
import io.fairpatch.plan.problem.Caps;
import io.fairpatch.plan.problem.Count;
import io.fairpatch.plan.problem.Seat;
import io.fairpatch.plan.problem.Table;
import io.fairpatch.plan.problem.TerritoryProblem;
import io.fairpatch.plan.problem.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Turns accounts, reps and rules into a problem of whole numbers. One use. */
final class ProblemBuilder {
    private final PlanInput input;
    private final List<Account> accounts;
    private final List<String> notes;
    private final Roster roster;
    private final Travel travel;

    /** @param notes receives what was assumed and what had to give way */
    ProblemBuilder(PlanInput input, List<String> notes) {
        this.input = input;
        this.notes = notes;
        this.roster = new Roster(input);
        this.travel = new Travel(input.coverage(), input.planning().goals());
        this.accounts = input.accounts().stream()
                .sorted(Comparator.comparing(Account::id))
                .toList();
    }

    /** The problem with open bands of work: what a fair share of work is shows only once accounts are placed. */
    Prepared build() {
        check();
        PlanningConfig planning = input.planning();
        var pins = new Pins(input, roster);
        var members = new Families(pins, planning.policies().precedence(), notes)
                .of(accounts, planning.rules().familiesStayTogether());
        var today = new Homes(roster, accounts).bySeat(input.currentRep());
        var homes = homes(today);
        double[] targets = targets();
        var needs = new Needs(input, roster, homes);
        var exemptions = new Exemptions(input, roster, needs);
        var eligibility = new Eligibility(roster, needs, pins, exemptions, notes);
        var units = new ArrayList<Unit>();
        var holding = new Holding(input, roster);
        var scores = accounts.stream().map(this::score).toList();
        for (List<Account> family : members) {
            units.add(eligibility.unit(units.size(), family, holding.of(family), counts(family), potential(family)));
        }
        eligibility.sayWhatClashed();
        var journeys = new Journeys(input, members, homes, roster, travel);
        var problem = new TerritoryProblem(
                units, seats(targets, scores), Table.where(journeys, units.size(), roster.size()), mostMoved(units));
        return new Prepared(input, roster, problem, members, today, homes, targets, travel, exemptions.found());
    }

    /**
     * Where reps work from; on a map drawn from scratch, by distance, the centre of the new territory where no home is on
     * record.
     */
    private Map<Integer, GeoPoint> homes(Map<Integer, GeoPoint> today) {
        boolean far = input.levers().drawn().byDistance();
        return input.levers().ignoreOwners() && far ? new Carving(input, roster, accounts).centres(today) : today;
    }

    private void check() {
        if (accounts.isEmpty()) {
            throw Problem.of(ErrorCode.PLAN_INPUT, "There are no accounts to plan")
                    .maybe("run a sync first, or widen the accounts in scope")
                    .exception();
        }
        for (Account account : accounts) {
            if (!input.scores().containsKey(account.id())) {
                throw Problem.of(ErrorCode.PLAN_INPUT, "The account " + account.id() + " has no score")
                        .at(account.name())
                        .maybe("score the accounts first")
                        .exception();
            }
        }
    }

    private AccountScore score(Account account) {
        return Objects.requireNonNull(input.scores().get(account.id()));
    }

    private int[] counts(List<Account> family) {
        int[] counts = new int[Count.values().length];
        for (Account account : family) {
            for (Count count : Count.values()) {
                counts[count.ordinal()] += MixRules.of(score(account), count);
            }
        }
        return counts;
    }

    private long potential(List<Account> family) {
        return family.stream()
                .mapToLong(account -> score(account).potentialCents())
                .sum();
    }

    /** Total potential outside books without target, by share of capacity; where roles part accounts, each role's own. */
    private double[] targets() {
        var totals = new TreeMap<String, Double>();
        for (Account account : accounts) {
            Integer seat = roster.seat(input.currentRep().get(account.id()));
            AccountScore score = score(account);
            Play.Agent play = score.profile().play().agent();
            boolean teams = play != Play.Agent.REP && roster.has(play);
            if (!teams && (seat == null || !roster.isOpen(seat))) {
                totals.merge(roster.group(score.profile().play()), (double) score.potentialCents(), Double::sum);
            }
        }
        double[] targets = new double[roster.size()];
        totals.forEach((group, total) -> {
            for (int seat = 0; seat < targets.length; seat++) {
                targets[seat] += total * (group.isEmpty() ? roster.share(seat) : roster.share(seat, group));
            }
        });
        return targets;
    }

    private List<Seat> seats(double[] targets, List<AccountScore> scores) {
        double share = input.planning().bands().getOrDefault(Planner.POTENTIAL, Planner.DEFAULT_POTENTIAL_BAND);
        double sum = 0;
        for (double target : targets) {
            sum += target;
        }
        var bands = new ArrayList<Band>();
        long[] lows = new long[targets.length];
        for (int seat = 0; seat < targets.length; seat++) {
            boolean open = roster.isOpen(seat) || sum < 1;
            bands.add(open ? Band.OPEN : Band.around(targets[seat], share, Math.round(sum / targets.length)));
            lows[seat] = bands.get(seat).low();
        }
        List<Caps> caps = new CapRules(roster, input.coverage(), notes).of(scores, lows);
        var mix = new MixRules(roster, input.planning(), scores);
        var seats = new ArrayList<Seat>();
        for (int seat = 0; seat < targets.length; seat++) {
            Caps cap = caps.get(seat);
            seats.add(new Seat(seat, roster.rep(seat).name(), bands.get(seat), Band.OPEN, cap, mix.of(seat, cap)));
        }
        return seats;
    }

    /** What may move: the share of the rules, or what has to move anyway if that is more. */
    private int mostMoved(List<Unit> units) {
        int forced = 0;
        for (Unit unit : units) {
            int least = unit.accounts();
            for (int seat : unit.options()) {
                least = Math.min(least, unit.accounts() - unit.holders().heldBy(seat));
            }
            forced += least;
        }
        double share = input.planning().rules().maxMovedShare();
        // a small org would stand still if a share of it had to make a whole account
        int usual = share == 0 ? 0 : Math.max(1, (int) Math.floor(share * accounts.size() + 1e-9));
        Integer wanted = input.levers().mostMoves();
        int allowed = wanted == null ? usual : wanted;
        if (forced > allowed && !input.levers().ignoreOwners()) {
            notes.add(forced + " accounts have no rep who may keep them: more than the " + allowed + " that may move.");
        }
        return Math.max(forced, allowed);
    }
}
