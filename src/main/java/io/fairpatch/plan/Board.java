package io.fairpatch.plan;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Account;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.engine.Mending;
import io.fairpatch.plan.kernel.proof.Names;
import io.fairpatch.plan.problem.PlanScore;
import io.fairpatch.plan.problem.Standing;
import io.fairpatch.plan.problem.Unit;
import io.fairpatch.plan.rules.Polish;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A plan laid out for hands: accounts are moved, pinned and forbidden one at a time, each with what it does to the books at
 * once, and the rest is planned again around what was chosen. A family moves as a whole. Not thread-safe; laying out takes a
 * second or so for each 100,000 accounts, a choice microseconds.
 */
public final class Board {
    private static final int NAMED = 3;

    private final Prepared prepared;
    private final Standing standing;
    private final Map<SalesforceId, Integer> unitOf;
    private final Set<Integer> touched = new TreeSet<>();
    private Hands hands = Hands.NONE;

    private Board(Prepared prepared, Map<SalesforceId, Integer> unitOf, Standing standing) {
        this.prepared = prepared;
        this.unitOf = unitOf;
        this.standing = standing;
    }

    /**
     * Lays out a plan.
     *
     * @param reps by account: who has it in the plan
     */
    public static Board of(PlanInput input, Map<SalesforceId, SalesforceId> reps) {
        Prepared open = new ProblemBuilder(input, new ArrayList<>()).build();
        int[] assignment = new int[open.members().size()];
        for (int unit = 0; unit < assignment.length; unit++) {
            Account first = open.members().get(unit).get(0);
            Integer seat = open.roster().seat(reps.get(first.id()));
            assignment[unit] = seat == null ? open.problem().units().get(unit).options()[0] : seat;
        }
        Prepared prepared = open.with(WorkBands.keeping(open, assignment));
        return new Board(prepared, units(open.members()), new Standing(prepared.problem(), assignment));
    }

    private static Map<SalesforceId, Integer> units(List<List<Account>> members) {
        var units = new HashMap<SalesforceId, Integer>();
        for (int unit = 0; unit < members.size(); unit++) {
            for (Account account : members.get(unit)) {
                units.put(account.id(), unit);
            }
        }
        return units;
    }

    /** The same plan laid out once more, without what was chosen here. */
    public Board copy() {
        return new Board(prepared, unitOf, standing.copy());
    }

    /** What many choices do together; they stay chosen. */
    public Look all(Hands chosen) {
        PlanScore before = standing.score();
        var original = standing.copy();
        chosen.pins().forEach(this::pin);
        chosen.forbidden().forEach((account, reps) -> reps.forEach(rep -> forbid(account, rep)));
        int[] seats = touched.stream().mapToInt(Integer::intValue).toArray();
        return look(
                before,
                seats,
                Arrays.stream(seats).mapToObj(seat -> load(original, seat)).toList());
    }

    /** What is laid out, with its reasons. */
    public Plan plan() {
        int[] assignment = standing.assignment();
        var result = new Polish.Result(assignment, standing.score(), 0, false);
        return new Explanation(prepared, Mending.asIs(prepared.problem(), assignment), result, List.of())
                .plan(List.of());
    }

    /**
     * Gives an account, and its family, to a rep and keeps it there.
     *
     * @throws FairpatchException PLAN_INPUT for an account or a rep that is not in the plan, or where another account of
     *     the family was given to another rep
     */
    public Look pin(SalesforceId account, SalesforceId rep) {
        int unit = unit(account);
        int seat = seat(rep);
        var chosen = hands.pinning(account, rep);
        requireOneRep(chosen, unit, account, rep);
        hands = chosen;
        return placed(unit, seat);
    }

    private void requireOneRep(Hands chosen, int unit, SalesforceId account, SalesforceId rep) {
        for (Account member : prepared.members().get(unit)) {
            SalesforceId other = chosen.pins().get(member.id());
            if (chosen.forbidden().getOrDefault(member.id(), Set.of()).contains(rep)) {
                throw apart(member, account);
            }
            if (other != null && !other.equals(rep)) {
                throw Problem.of(ErrorCode.PLAN_INPUT, "A family can't go to two reps")
                        .because(member.name() + " (" + member.id() + "), of the same family as " + account
                                + ", is to go to another")
                        .maybe("choose a rep for one of the two; the family goes with it")
                        .exception();
            }
        }
    }

    private static FairpatchException apart(Account member, SalesforceId account) {
        return Problem.of(ErrorCode.PLAN_INPUT, "A family can't be with a rep and away from the same rep")
                .because(member.name() + " (" + member.id() + ") is of the same family as " + account
                        + ", for which the opposite was chosen")
                .maybe("choose for one of the two; the family goes with it")
                .exception();
    }

    /**
     * Keeps an account from a rep; when the rep has it, it goes where that harms least.
     *
     * @throws FairpatchException PLAN_INPUT for an account or a rep that is not in the plan, where no rep is left that may
     *     have the account, or where another account of the family was given to the rep
     */
    public Look forbid(SalesforceId account, SalesforceId rep) {
        int unit = unit(account);
        int seat = seat(rep);
        var chosen = hands.forbidding(account, rep);
        requireSomeRep(chosen, unit, account, rep);
        hands = chosen;
        return placed(unit, standing.seatOf(unit) == seat ? leastHarm(unit) : standing.seatOf(unit));
    }

    private void requireSomeRep(Hands chosen, int unit, SalesforceId account, SalesforceId rep) {
        for (Account member : prepared.members().get(unit)) {
            if (rep.equals(chosen.pins().get(member.id()))) {
                throw apart(member, account);
            }
        }
        Unit whole = prepared.problem().units().get(unit);
        if (options(chosen, whole).length == 0) {
            throw Problem.of(ErrorCode.PLAN_INPUT, "No rep would be left for the account " + account)
                    .because("by the hard rules only " + names(whole) + " may have it")
                    .maybe("take this choice back, or give the account to a rep")
                    .exception();
        }
    }

    private String names(Unit unit) {
        var names = IntStream.of(unit.options())
                .mapToObj(seat -> prepared.roster().rep(seat).name())
                .toList();
        return Names.some(names, NAMED);
    }

    /** Forgets what was chosen for an account; it stays where it is until the rest is planned again. */
    public Look release(SalesforceId account) {
        int unit = unit(account);
        hands = hands.releasing(account);
        return placed(unit, standing.seatOf(unit));
    }

    /** What was chosen so far. */
    public Hands hands() {
        return hands;
    }

    private Look placed(int unit, int seat) {
        int from = standing.seatOf(unit);
        PlanScore before = standing.score();
        int[] seats = from == seat ? new int[] {seat} : new int[] {from, seat};
        List<Look.Load> was = Arrays.stream(seats).mapToObj(this::load).toList();
        standing.place(unit, seat);
        touched.add(from);
        touched.add(seat);
        return look(before, seats, was);
    }

    private Look look(PlanScore before, int[] seats, List<Look.Load> was) {
        var books = new ArrayList<Look.Side>();
        for (int i = 0; i < seats.length; i++) {
            var rep = prepared.roster().rep(seats[i]);
            long target = Math.round(prepared.targets()[seats[i]]);
            books.add(new Look.Side(rep.id(), rep.name(), target, was.get(i), load(seats[i])));
        }
        return new Look(before, standing.score(), books, new Violations(prepared, standing).of(seats));
    }

    private Look.Load load(int seat) {
        return load(standing, seat);
    }

    private static Look.Load load(Standing standing, int seat) {
        return new Look.Load(standing.accounts(seat), standing.potential(seat), standing.minutes(seat));
    }

    private int leastHarm(int unit) {
        int best = standing.seatOf(unit);
        PlanScore least = null;
        for (int seat : open(prepared.problem().units().get(unit)).options()) {
            PlanScore score = standing.scoreWith(unit, seat);
            if (seat != standing.seatOf(unit) && (least == null || score.compareTo(least) < 0)) {
                best = seat;
                least = score;
            }
        }
        return best;
    }

    /**
     * Plans the books that the choices touched, and their neighbours, again: every choice is kept, all other books stay as
     * they are. Takes a second or two at any size.
     */
    public Look replan(long seed, Progress progress) {
        PlanScore before = standing.score();
        List<Unit> units = prepared.problem().units().stream().map(this::open).toList();
        var mending = new Mending(prepared.problem().withUnits(units), standing.assignment(), touched);
        int[] seats = mending.seats();
        List<Look.Load> was = Arrays.stream(seats).mapToObj(this::load).toList();
        int[] mended = mending.run(seed, progress);
        for (int unit = 0; unit < mended.length; unit++) {
            if (mended[unit] != standing.seatOf(unit)) {
                standing.place(unit, mended[unit]);
            }
        }
        return look(before, seats, was);
    }

    /** A unit as far as hands leave it free. */
    private Unit open(Unit unit) {
        int[] options = options(hands, unit);
        return options.length == unit.options().length ? unit : unit.only(options);
    }

    /** Where hands let a unit go: to the one rep that was chosen, else to those the rules allow and nobody ruled out. */
    private int[] options(Hands chosen, Unit unit) {
        int[] options = unit.options();
        for (Account account : prepared.members().get(unit.index())) {
            SalesforceId pinned = chosen.pins().get(account.id());
            if (pinned != null) {
                return new int[] {seat(pinned)};
            }
            Set<SalesforceId> out = chosen.forbidden().getOrDefault(account.id(), Set.of());
            options = IntStream.of(options)
                    .filter(seat -> !out.contains(prepared.roster().rep(seat).id()))
                    .toArray();
        }
        return options;
    }

    /** By account: who has it now. */
    public Map<SalesforceId, SalesforceId> reps() {
        var reps = new HashMap<SalesforceId, SalesforceId>();
        unitOf.forEach((account, unit) ->
                reps.put(account, prepared.roster().rep(standing.seatOf(unit)).id()));
        return reps;
    }

    private int unit(SalesforceId account) {
        Integer unit = unitOf.get(account);
        if (unit == null) {
            throw unknown("account", account);
        }
        return unit;
    }

    private int seat(SalesforceId rep) {
        Integer seat = prepared.roster().seat(rep);
        if (seat == null) {
            throw unknown("rep", rep);
        }
        return seat;
    }

    private static FairpatchException unknown(String what, SalesforceId id) {
        return Problem.of(ErrorCode.PLAN_INPUT, "The " + what + " " + id + " is not in the plan")
                .maybe("choose one that is planned; a rep must be active")
                .exception();
    }
}
