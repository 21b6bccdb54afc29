package io.fairpatch.web;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Grade;
import io.fairpatch.model.Reason;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.SampleProposal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A plan as large as we promise to hold: any number of accounts, of which every tenth moves to the next rep. */
final class LargePlan {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int EVERY = 10;

    private LargePlan() {}

    static ProposalDraft draft(int accounts, int reps) {
        List<Rep> people = IntStream.range(0, reps)
                .mapToObj(i -> SampleProposal.rep(String.format("005%012d", i + 1_000), "Rep " + i))
                .toList();
        var all = new ArrayList<Account>();
        var scores = new HashMap<SalesforceId, AccountScore>();
        var before = new HashMap<SalesforceId, SalesforceId>();
        var after = new HashMap<SalesforceId, SalesforceId>();
        var moves = new ArrayList<PlannedMove>();
        for (int i = 0; i < accounts; i++) {
            var id = SalesforceId.of(String.format("001%012d", i));
            Rep from = people.get(i % reps);
            Rep to = i % EVERY == 0 ? people.get((i + 1) % reps) : from;
            all.add(SampleProposal.accountRecord(id, "Account " + i, from.id()));
            scores.put(id, score(id, i));
            before.put(id, from.id());
            after.put(id, to.id());
            if (i % EVERY == 0) {
                moves.add(move(i, id, from, to));
            }
        }
        int share = accounts / reps;
        List<Book> books = people.stream().map(rep -> book(rep, share)).toList();
        var plan = new Plan(Plan.Status.FEASIBLE, after, moves, books, 10, 9.5, 0.05, List.of("Fair."), 7);
        var input = new PlanInput(
                all,
                scores,
                people,
                before,
                Map.of(),
                ConfigLoader.shipped(ConfigPart.PLANNING),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                TODAY,
                1);
        return new ProposalDraft(
                PaperOrg.ID,
                1,
                plan,
                input,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                PaperPlan.policy(),
                TODAY,
                Map.of());
    }

    private static AccountScore score(SalesforceId id, int i) {
        var reasons = List.of(new Reason("fit", "Right size.", 62.5));
        return new AccountScore(
                id, false, 62.5, Tier.TWO, Grade.B, reasons, 100_000L + i, 0.2, 40, List.of(), List.of());
    }

    private static PlannedMove move(int i, SalesforceId account, Rep from, Rep to) {
        String rule = i % 3 == 0 ? "travel" : "balance";
        return new PlannedMove(
                account,
                from.id(),
                to.id(),
                "Balance: " + from.name() + " was over target, " + to.name() + " under.",
                "Assigned to " + to.name() + " to keep territories balanced.",
                List.of(new Reason(rule, "It helps.", 100 + i)),
                100 + i,
                rule);
    }

    private static Book book(Rep rep, int accounts) {
        var load = new Book.Load(accounts, 150_000L * accounts, accounts * 2.0, 0, accounts, 0, 0);
        return new Book(rep.id(), "Territory of " + rep.name(), 1, 150_000L * accounts, load, load, rep.name() + ".");
    }
}
