package io.fairpatch.plan;

import io.fairpatch.model.SalesforceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A whole plan.
 *
 * @param rep by account: who has it in the plan; every account in scope exactly once
 * @param moves accounts whose rep changes, in descending worth
 * @param books by rep, before and after
 * @param costCents total cost in the planner's money, the thing minimised
 * @param boundCents proven lower bound of the cost, null when unknown
 * @param gap (cost - bound) / cost, null when unknown
 * @param bindings what holds the plan back and what giving way would bring, the dearest first
 * @param waysOut where bands can't all be met: the cheapest changes that help, each computed
 * @param why sentences: what binds, what clashes, what was assumed
 * @param exemptions accounts that stay where a need of theirs is not met, for a person to decide
 */
public record Plan(
        Status status,
        Map<SalesforceId, SalesforceId> rep,
        List<PlannedMove> moves,
        List<Book> books,
        double costCents,
        @Nullable Double boundCents,
        @Nullable Double gap,
        List<String> why,
        long steps,
        List<Binding> bindings,
        List<WayOut> waysOut,
        List<Exemption> exemptions) {
    public Plan {
        // in the order of ids, so that the same plan is written as the same bytes
        rep = Collections.unmodifiableMap(new TreeMap<>(rep));
        moves = List.copyOf(moves);
        books = List.copyOf(books);
        why = List.copyOf(why);
        // plans kept before these were known have none
        bindings = bindings == null ? List.of() : List.copyOf(bindings);
        waysOut = waysOut == null ? List.of() : List.copyOf(waysOut);
        exemptions = exemptions == null ? List.of() : List.copyOf(exemptions);
    }

    /** A plan of which it is not known what binds. */
    public Plan(
            Status status,
            Map<SalesforceId, SalesforceId> rep,
            List<PlannedMove> moves,
            List<Book> books,
            double costCents,
            @Nullable Double boundCents,
            @Nullable Double gap,
            List<String> why,
            long steps) {
        this(status, rep, moves, books, costCents, boundCents, gap, why, steps, List.of(), List.of(), List.of());
    }

    /** The same with a further sentence in {@code why}. */
    public Plan saying(String sentence) {
        var sentences = new ArrayList<>(why);
        sentences.add(sentence);
        return new Plan(
                status, rep, moves, books, costCents, boundCents, gap, sentences, steps, bindings, waysOut, exemptions);
    }

    /** Whether all bands are met. */
    public enum Status {
        FEASIBLE,
        INFEASIBLE
    }
}
