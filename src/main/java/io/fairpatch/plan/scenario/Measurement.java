package io.fairpatch.plan.scenario;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Balance;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.Compactness;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.plan.Planner;
import io.fairpatch.plan.Vacancy;
import io.fairpatch.plan.VisitHours;
import io.fairpatch.plan.WayOut;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the figures of a plan, from the plan and its input alone. One use. */
public final class Measurement {
    private static final int ACTIVE_DAYS = 90;
    private static final double USUAL_BAND = 0.09;
    private static final double POTENTIAL_PARTS = 60;
    private static final double WORK_PARTS = 40;

    private final PlanInput input;
    private final Plan plan;
    private final Map<SalesforceId, Account> accounts;

    private Measurement(PlanInput input, Plan plan) {
        this.input = input;
        this.plan = plan;
        this.accounts = input.accounts().stream().collect(Collectors.toMap(Account::id, Function.identity()));
    }

    /** @param input what the plan was made on, the scenario's levers included */
    public static ScenarioResult of(PlanInput input, Plan plan) {
        return new Measurement(input, plan).result();
    }

    private ScenarioResult result() {
        return new ScenarioResult(
                plan.status() == Plan.Status.FEASIBLE,
                plan.rep().size(),
                plan.books().size(),
                fairness(Book::before, input.currentRep(), book -> !Vacancy.is(book.rep())),
                fairness(Book::after, plan.rep(), book -> true),
                change(),
                QuotaShift.of(plan.books()),
                new BrokenRules(input, plan).count(),
                (int) plan.books().stream()
                        .filter(book -> Vacancy.is(book.rep()))
                        .count(),
                plan.gap(),
                plan.steps(),
                plan.why(),
                plan.waysOut().stream().map(WayOut::sentence).toList(),
                Digest.of(plan));
    }

    /** @param counted whose books there were: nobody has had one before being hired */
    private Fairness fairness(
            Function<Book, Book.Load> side, Map<SalesforceId, SalesforceId> reps, Predicate<Book> counted) {
        List<Book> books = plan.books().stream()
                .filter(book -> book.targetCents() > 0 && counted.test(book))
                .toList();
        Balance potential = balance(books, book -> (double) side.apply(book).potentialCents() / book.targetCents());
        Balance work = balance(books, book -> side.apply(book).workloadHours() / book.capacity());
        double score = POTENTIAL_PARTS * evenness(potential) + WORK_PARTS * evenness(work);
        return new Fairness(
                potential,
                work,
                balance(books, book -> side.apply(book).tier1() / book.capacity()),
                balance(books, book -> side.apply(book).customers() / book.capacity()),
                score,
                VisitHours.kilometres(input, reps),
                outside(books, side),
                Compactness.of(input.accounts(), reps));
    }

    private static Balance balance(List<Book> books, ToDoubleFunction<Book> share) {
        return Balance.of(books.stream().mapToDouble(share).toArray());
    }

    private static double evenness(Balance balance) {
        return Math.max(0, 1 - balance.variation());
    }

    private int outside(List<Book> books, Function<Book, Book.Load> side) {
        double band = input.planning().bands().getOrDefault(Planner.POTENTIAL, USUAL_BAND);
        return (int) books.stream()
                .filter(book -> Math.abs(side.apply(book).potentialCents() - (double) book.targetCents())
                        > band * book.targetCents() + 1)
                .count();
    }

    private Change change() {
        long potential = 0;
        int relationships = 0;
        for (PlannedMove move : plan.moves()) {
            potential += score(move.account()).potentialCents();
            relationships += move.from() != null && isAlive(move.account()) ? 1 : 0;
        }
        long touched = plan.moves().stream()
                .flatMap(move -> Stream.of(move.to(), Objects.requireNonNullElse(move.from(), move.to())))
                .distinct()
                .count();
        return new Change(plan.moves().size(), potential, relationships, (int) touched);
    }

    private boolean isAlive(SalesforceId id) {
        Account account = Objects.requireNonNull(accounts.get(id));
        var last = account.lastActivity();
        return score(id).customer()
                || last != null && !last.isBefore(input.today().minusDays(ACTIVE_DAYS));
    }

    private AccountScore score(SalesforceId account) {
        return Objects.requireNonNull(input.scores().get(account));
    }
}
