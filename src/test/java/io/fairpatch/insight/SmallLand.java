package io.fairpatch.insight;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.insight.land.EquityRecord;
import io.fairpatch.insight.land.FitAnswers.Answer;
import io.fairpatch.insight.land.FitAnswers.Question;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.LandscapeBuilder;
import io.fairpatch.insight.land.Signals;
import io.fairpatch.insight.land.WrittenPlan;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Opportunity;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.score.Scorer;
import io.fairpatch.store.Snapshot;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An org of which a test says only what matters, scored by the shipped rules. */
public final class SmallLand {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private final List<Account> accounts = new ArrayList<>();
    private final List<Opportunity> deals = new ArrayList<>();
    private final List<OrgUser> users = new ArrayList<>();
    private final Map<SalesforceId, String> techStack = new HashMap<>();
    private final Map<SalesforceId, String> source = new HashMap<>();
    private final Map<SalesforceId, String> persona = new HashMap<>();
    private final Map<SalesforceId, List<LocalDate>> touches = new HashMap<>();
    private final Map<SalesforceId, Map<String, Long>> sold = new HashMap<>();
    private final Map<Question, Answer> answers = new HashMap<>();
    private final List<EquityRecord> equity = new ArrayList<>();
    private @Nullable WrittenPlan written;
    private List<AccountScore> before = List.of();

    /** A seller; number 9 and more is inactive. */
    public SmallLand rep(int number, String name, @Nullable Long quota) {
        return rep(number, name, quota, "Enterprise AE", "ramped");
    }

    public SmallLand rep(int number, String name, @Nullable Long quota, @Nullable String role, String stage) {
        users.add(new OrgUser(
                rep(number),
                name,
                null,
                rep(90),
                number < 9,
                "Standard",
                role,
                null,
                stage,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                quota == null ? null : quota * 100));
        return this;
    }

    /** The first day of a seller in the job. */
    public SmallLand joined(int number, LocalDate day) {
        users.replaceAll(user -> user.id().equals(rep(number)) ? joined(user, day) : user);
        return this;
    }

    private static OrgUser joined(OrgUser user, LocalDate day) {
        return new OrgUser(
                user.id(),
                user.name(),
                user.email(),
                user.managerId(),
                user.active(),
                user.userType(),
                user.role(),
                user.motion(),
                user.rampStage(),
                day,
                user.languages(),
                user.clearances(),
                user.skills(),
                user.home(),
                user.quotaCents());
    }

    public SmallLand account(AccountOf account) {
        accounts.add(account.account());
        return this;
    }

    public SmallLand deal(int account, int owner, String fate, long amount, LocalDate day) {
        deals.add(new Opportunity(
                SalesforceId.of("006%012d".formatted(deals.size() + 1)),
                AccountOf.id(account),
                rep(owner),
                fate,
                amount * 100,
                day,
                day.minusDays(60),
                !fate.equals("open"),
                fate.equals("won")));
        return this;
    }

    public SmallLand tech(int account, String stack) {
        techStack.put(AccountOf.id(account), stack);
        return this;
    }

    /** Of the deal added last. */
    public SmallLand from(String dealSource, String buyer) {
        var deal = deals.get(deals.size() - 1).id();
        source.put(deal, dealSource);
        persona.put(deal, buyer);
        return this;
    }

    public SmallLand touches(int account, LocalDate... days) {
        touches.put(AccountOf.id(account), List.of(days));
        return this;
    }

    /** Money that a product brought in won deals. */
    public SmallLand sold(int account, String product, long amount) {
        sold.computeIfAbsent(AccountOf.id(account), id -> new HashMap<>()).put(product, amount * 100);
        return this;
    }

    public SmallLand says(Question question, String answer) {
        answers.put(question, new Answer(answer, "olga", TODAY.atStartOfDay().toInstant(ZoneOffset.UTC)));
        return this;
    }

    /** A territory as it stood after an earlier scoring, with one full rep. */
    public SmallLand stood(LocalDate day, String territory, long potential) {
        equity.add(new EquityRecord(
                day.toEpochDay(), day, territory, territory, "Rep", 1, potential * 100, 1, 0, null, 0));
        return this;
    }

    /** A plan that was written. */
    public SmallLand written(WrittenPlan plan) {
        written = plan;
        return this;
    }

    public SmallLand before(List<AccountScore> scores) {
        before = scores;
        return this;
    }

    public Landscape build() {
        var scoring = ConfigLoader.shipped(ConfigPart.SCORING);
        var scores = new Scorer(scoring).score(accounts, deals, TODAY).scores();
        var snapshot = new Snapshot(
                SalesforceId.of("00D000000000001"),
                1,
                TODAY.atStartOfDay().toInstant(ZoneOffset.UTC),
                TODAY,
                accounts,
                deals,
                users,
                users.stream().filter(OrgUser::active).map(SmallLand::asRep).toList());
        return new LandscapeBuilder(snapshot, List.copyOf(scores.values()))
                .build(
                        scoring,
                        ConfigLoader.shipped(ConfigPart.COVERAGE),
                        ConfigLoader.shipped(ConfigPart.PLANNING),
                        before,
                        new Signals(techStack, source, persona, touches, sold, answers, equity, written));
    }

    private static Rep asRep(OrgUser user) {
        return new Rep(
                user.id(),
                user.name(),
                null,
                user.managerId(),
                true,
                user.role(),
                RampStage.valueOf(String.valueOf(user.rampStage()).toUpperCase(Locale.ROOT)),
                Set.of(),
                Set.of(),
                null);
    }

    public static SalesforceId rep(int number) {
        return SalesforceId.of("005%012d".formatted(number));
    }

    /** A report with its usual settings but for those given. */
    public static Report make(ReportMaker maker, Landscape land, String... settings) {
        return maker.make(land, settings(maker, settings));
    }

    public static Settings settings(ReportMaker maker, String... settings) {
        var given = new HashMap<String, String>();
        for (int i = 0; i < settings.length; i += 2) {
            given.put(settings[i], settings[i + 1]);
        }
        return Settings.of(maker.choices(), Map.copyOf(given));
    }

    /** A cell's number or text. */
    public static Object cell(Report report, String rowKey, String column) {
        Row row = report.table().rows().stream()
                .filter(each -> each.key().equals(rowKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + rowKey + " in "
                        + report.table().rows().stream().map(Row::key).toList()));
        Value value = row.cells().get(report.table().at(column));
        return value.text() != null ? value.text() : value.number() == null ? "" : value.number();
    }
}
