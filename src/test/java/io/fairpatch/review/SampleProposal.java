package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.access.Role;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.SamplePolicy;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Grade;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Reason;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.model.Tier;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.PlannedMove;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A plan of any size: every third account moves from Ana to Ben, the others stay and lack their territory fields. */
public final class SampleProposal {
    public static final SalesforceId ORG = SalesforceId.of("00D000000000001");
    public static final SalesforceId BOSS = SalesforceId.of("005000000000009");
    public static final Rep ANA = rep("005000000000001", "Ana Ruiz");
    public static final Rep BEN = rep("005000000000002", "Ben Öz");
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    public static final Person OPS = person("olga", Role.OPS);
    public static final Person OPS_TOO = person("otto", Role.OPS);
    public static final Person APPROVER = person("ada", Role.APPROVER);
    public static final Person APPROVER_TOO = person("abe", Role.APPROVER);
    public static final Person ADMIN = person("root", Role.ADMIN);

    private SampleProposal() {}

    public static SalesforceId account(int number) {
        return SalesforceId.of(String.format("001%012d", number));
    }

    public static ProposalDraft draft(int accounts, WritePolicyConfig policy) {
        List<Account> all = IntStream.range(0, accounts)
                .mapToObj(i -> accountRecord(account(i), "Account " + i, ANA.id()))
                .toList();
        return draft(ORG, all, ANA, BEN, policy);
    }

    /** The same plan for accounts of any org. */
    public static ProposalDraft draft(
            SalesforceId org, List<Account> accounts, Rep from, Rep to, WritePolicyConfig policy) {
        return draft(org, accounts, from, to, policy, Map.of());
    }

    /** The same with what guarded fields hold. */
    public static ProposalDraft draft(
            SalesforceId org,
            List<Account> accounts,
            Rep from,
            Rep to,
            WritePolicyConfig policy,
            Map<SalesforceId, FieldValues> guards) {
        var reps = new TreeMap<SalesforceId, SalesforceId>();
        var scores = new TreeMap<SalesforceId, AccountScore>();
        var current = new TreeMap<SalesforceId, SalesforceId>();
        var moves = new ArrayList<PlannedMove>();
        for (int i = 0; i < accounts.size(); i++) {
            SalesforceId id = accounts.get(i).id();
            boolean moving = i % 3 == 0;
            reps.put(id, moving ? to.id() : from.id());
            current.put(id, from.id());
            scores.put(id, score(id, i));
            if (moving) {
                moves.add(move(i, id, from, to));
            }
        }
        List<Book> books = books(accounts.size(), moves.size(), from, to);
        var plan = new Plan(Plan.Status.FEASIBLE, reps, moves, books, 10, 9.5, 0.05, List.of("Fair."), 7);
        var input = new PlanInput(
                accounts,
                scores,
                List.of(from, to),
                current,
                Map.of(from.id(), territory(from, to), to.id(), territory(to, from)),
                ConfigLoader.shipped(ConfigPart.PLANNING),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                TODAY,
                1);
        return new ProposalDraft(org, 1, plan, input, ConfigLoader.shipped(ConfigPart.MAPPING), policy, TODAY, guards);
    }

    public static WritePolicyConfig policy(int approvals, int batchRows) {
        return policy(ORG, approvals, batchRows);
    }

    public static WritePolicyConfig policy(SalesforceId org, int approvals, int batchRows) {
        return SamplePolicy.of(org).approvals(approvals).batchRows(batchRows).make();
    }

    private static PlannedMove move(int i, SalesforceId account, Rep from, Rep to) {
        String rule = i % 2 == 0 ? "balance" : "travel";
        return new PlannedMove(
                account,
                from.id(),
                to.id(),
                "Moves to even out the two books.",
                "Now in South, which had room for it.",
                List.of(new Reason(rule, "It helps.", 100 + i)),
                100 + i,
                rule);
    }

    private static List<Book> books(int accounts, int moved, Rep from, Rep to) {
        long potential = 100_000L * accounts;
        long shift = 100_000L * moved;
        return List.of(
                new Book(
                        from.id(),
                        territory(from, to),
                        1,
                        potential / 2,
                        load(accounts, potential),
                        load(accounts - moved, potential - shift),
                        "North."),
                new Book(to.id(), territory(to, from), 1, potential / 2, load(0, 0), load(moved, shift), "South."));
    }

    /** A rep's territory is the same whichever way accounts move. */
    private static String territory(Rep one, Rep other) {
        return one.id().compareTo(other.id()) < 0 ? "North" : "South";
    }

    private static Book.Load load(int accounts, long cents) {
        return new Book.Load(accounts, cents, accounts, 0, accounts, 0, 0);
    }

    private static AccountScore score(SalesforceId id, int i) {
        var reasons = List.of(new Reason("fit", "Right size.", 40), new Reason("intent", "Some intent.", 22.5));
        return new AccountScore(
                id, false, 62.5, Tier.TWO, Grade.B, reasons, 100_000L + i, 0.2, 40, List.of(), List.of());
    }

    public static Account accountRecord(SalesforceId id, String name, @Nullable SalesforceId owner) {
        return accountRecord(id, name, owner, TerritoryFields.EMPTY);
    }

    public static Account accountRecord(
            SalesforceId id, String name, @Nullable SalesforceId owner, TerritoryFields territory) {
        return new AccountDraft(id).name(name).owner(owner).territory(territory).account();
    }

    public static Rep rep(String id, String name) {
        return new Rep(SalesforceId.of(id), name, null, BOSS, true, null, RampStage.RAMPED, Set.of(), Set.of(), null);
    }

    private static Person person(String name, Role role) {
        return new Person(ORG, name, name, Set.of(role), null, false);
    }
}
