package io.fairpatch.web;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.DecidingConfig;
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
import io.fairpatch.model.Tier;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.Plan;
import io.fairpatch.plan.PlanInput;
import io.fairpatch.plan.PlannedMove;
import io.fairpatch.review.FieldValues;
import io.fairpatch.review.ProposalDraft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * A small plan whose figures hang together: the books are the sums of the accounts, and the reasons of a move add up to
 * its worth. The planner is tested elsewhere.
 */
final class PaperPlan {
    static final int ACCOUNTS = 320;
    static final SalesforceId EAST = SalesforceId.of("005000000000090");
    static final SalesforceId WEST = SalesforceId.of("005000000000091");
    static final SalesforceId FIRST_REP = SalesforceId.of("005000000000010");
    /** What each account spends a year, in whole units. */
    static final long REVENUE = 12_345;

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final List<String> REPS = List.of(
            "Ana Ruiz",
            "Ben Okafor",
            "Chloé Martin",
            "David Kim",
            "Elif Demir",
            "Frank Weber",
            "Grace Liu",
            "Hugo Silva",
            "Ines Novak",
            "Jonas Berg");
    private static final List<String> FIRST = List.of(
            "Northern",
            "Blue Harbor",
            "Silver Oak",
            "Kestrel",
            "Lumen",
            "Cobalt",
            "Évreux",
            "Granite",
            "Maple",
            "Orion",
            "Pioneer",
            "Redwood",
            "Summit",
            "Tidewater",
            "Union",
            "Vertex");
    private static final List<String> SECOND = List.of(
            "Logistics",
            "Health",
            "Software",
            "Foods",
            "Bank",
            "Energy",
            "Robotics",
            "Insurance",
            "Media",
            "Textiles",
            "Pharma",
            "Steel",
            "Retail",
            "Telecom",
            "Airlines",
            "Analytics",
            "Construction",
            "Education",
            "Hotels",
            "Labs");

    private final Random random = new Random(7);
    private final List<Rep> reps = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private final Map<SalesforceId, AccountScore> scores = new HashMap<>();
    private final Map<SalesforceId, SalesforceId> before = new HashMap<>();
    private final Map<SalesforceId, SalesforceId> after = new HashMap<>();
    private final List<PlannedMove> moves = new ArrayList<>();

    PaperPlan() {
        for (int i = 0; i < REPS.size(); i++) {
            var id = SalesforceId.of(String.format("0050000000000%02d", i + 10));
            var manager = i < REPS.size() / 2 ? EAST : WEST;
            reps.add(new Rep(
                    id, REPS.get(i), null, manager, true, "AE", RampStage.RAMPED, Set.of("en"), Set.of(), null));
        }
        for (int i = 0; i < ACCOUNTS; i++) {
            addAccount(i);
        }
        level();
    }

    List<Account> accounts() {
        return List.copyOf(accounts);
    }

    static WritePolicyConfig policy() {
        return policy(DecidingConfig.USUAL);
    }

    static WritePolicyConfig policy(DecidingConfig decides) {
        var shipped = ConfigLoader.shipped(ConfigPart.WRITE_POLICY);
        return SamplePolicy.of(PaperOrg.ID)
                .version(shipped.version())
                .fields(shipped.fields())
                .batchRows(shipped.batchRows())
                .decides(decides)
                .make();
    }

    ProposalDraft draft() {
        return draft(policy());
    }

    ProposalDraft draft(WritePolicyConfig policy) {
        var plan = new Plan(
                Plan.Status.FEASIBLE,
                after,
                moves,
                books(),
                1_000_000,
                980_000.0,
                0.02,
                List.of("Travel binds in the west: two reps sit at the upper end of the band."),
                100);
        var input = new PlanInput(
                accounts,
                scores,
                reps,
                before,
                Map.of(),
                ConfigLoader.shipped(ConfigPart.PLANNING),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                TODAY,
                7);
        return new ProposalDraft(
                PaperOrg.ID,
                1,
                plan,
                input,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                policy,
                TODAY,
                Map.<SalesforceId, FieldValues>of());
    }

    private void addAccount(int number) {
        var id = SalesforceId.of(String.format("001000000000%03d", number));
        String name = FIRST.get(number % FIRST.size()) + " " + SECOND.get(number / FIRST.size() % SECOND.size());
        accounts.add(new AccountDraft(id)
                .name(name)
                .type("Prospect")
                .industry("Software")
                .employees(200)
                .at("US", "CA")
                .city("Oakland")
                .contacts(2)
                .spends(REVENUE, null)
                .account());
        double score = 30 + random.nextInt(65);
        long potential = Math.round(Math.exp(10.4 + random.nextGaussian() * 0.8)) * 100;
        scores.put(
                id,
                new AccountScore(
                        id,
                        false,
                        score,
                        tier(score),
                        Grade.B,
                        List.of(new Reason("fit", "200 employees in a target industry.", score)),
                        potential,
                        0.2,
                        40,
                        List.of(new Reason("win", "Average won value at 20 %.", potential)),
                        List.of()));
        // the first reps have too much, the last too little
        int rep = (int) (REPS.size() * Math.pow(random.nextDouble(), 1.5));
        before.put(id, reps.get(rep).id());
        after.put(id, reps.get(rep).id());
    }

    private static Tier tier(double score) {
        if (score >= 80) {
            return Tier.ONE;
        }
        return score >= 50 ? Tier.TWO : Tier.THREE;
    }

    /** Takes accounts from the fullest book and gives them to the emptiest until both are near the target. */
    private void level() {
        for (Account account : accounts) {
            SalesforceId from = after(account.id());
            SalesforceId to = emptiest();
            long potential = potential(account.id());
            if (total(from) - potential > target() && total(to) + potential < target() * 1.05) {
                after.put(account.id(), to);
                moves.add(move(account, from, to, potential));
            }
        }
    }

    private PlannedMove move(Account account, SalesforceId from, SalesforceId to, long potential) {
        String rule = moves.size() % 4 == 0 ? "travel" : "balance";
        double balance = potential * 0.4;
        double travel = potential * 0.15;
        double relationship = -potential * 0.1;
        return new PlannedMove(
                account.id(),
                from,
                to,
                account.name() + " moves from " + name(from) + ", who is over the band, to " + name(to)
                        + ", who is under it.",
                "Moved to balance territories; closer to the new rep's home.",
                List.of(
                        new Reason("Balance", "Both books come closer to their targets.", balance),
                        new Reason("Travel", "The new rep lives 42 km closer.", travel),
                        new Reason("Relationship", "Two years with the present rep are lost.", relationship)),
                balance + travel + relationship,
                rule);
    }

    private List<Book> books() {
        return reps.stream()
                .map(rep -> new Book(
                        rep.id(),
                        "West " + (reps.indexOf(rep) + 1),
                        1,
                        target(),
                        load(rep.id(), before),
                        load(rep.id(), after),
                        rep.name() + " keeps the largest customers and gives distant prospects."))
                .toList();
    }

    private Book.Load load(SalesforceId rep, Map<SalesforceId, SalesforceId> assigned) {
        var mine = accounts.stream()
                .map(Account::id)
                .filter(id -> rep.equals(assigned.get(id)))
                .toList();
        long potential = mine.stream().mapToLong(this::potential).sum();
        return new Book.Load(
                mine.size(),
                potential,
                mine.size() * 6.5,
                tiers(mine, Tier.ONE),
                tiers(mine, Tier.TWO),
                tiers(mine, Tier.THREE),
                0);
    }

    private int tiers(List<SalesforceId> mine, Tier tier) {
        return (int) mine.stream().filter(id -> score(id).tier() == tier).count();
    }

    private long target() {
        return scores.values().stream().mapToLong(AccountScore::potentialCents).sum() / reps.size();
    }

    private SalesforceId emptiest() {
        return reps.stream()
                .map(Rep::id)
                .min((one, other) -> Long.compare(total(one), total(other)))
                .orElseThrow();
    }

    private long total(SalesforceId rep) {
        return accounts.stream()
                .map(Account::id)
                .filter(id -> rep.equals(after.get(id)))
                .mapToLong(this::potential)
                .sum();
    }

    private long potential(SalesforceId account) {
        return score(account).potentialCents();
    }

    private AccountScore score(SalesforceId account) {
        return Objects.requireNonNull(scores.get(account));
    }

    private SalesforceId after(SalesforceId account) {
        return Objects.requireNonNull(after.get(account));
    }

    private String name(SalesforceId rep) {
        return reps.stream()
                .filter(one -> one.id().equals(rep))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
