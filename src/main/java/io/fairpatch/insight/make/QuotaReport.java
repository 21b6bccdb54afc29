package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.Territory;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Chart;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.insight.report.Value;
import io.fairpatch.model.OrgUser;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Quotas as arithmetic on a visible base: 70 to 80 % of what is attainable. */
@Singleton
final class QuotaReport implements ReportMaker {
    private static final About ABOUT = About.of("quota", "Quotas", Group.BALANCE);

    static final double LOW = 0.70;
    static final double HIGH = 0.80;

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("potential", "Attainable potential", Unit.MONEY, "Current revenue + expansion x win probability"),
            Column.of("low", "Quota from", Unit.MONEY, "70 % of attainable potential"),
            Column.of("high", "Quota to", Unit.MONEY, "80 % of attainable potential"),
            Column.of(
                    "quota",
                    "Quota in the org",
                    Unit.MONEY,
                    "Of a rep with several territories each has a part, by potential"),
            Column.of("share", "Quota over potential", Unit.SHARE, "Quota in the org over attainable potential"),
            Column.text("verdict", "Verdict"),
            Column.of("won", "Won, 12 months", Unit.MONEY, "Amounts won in the last 12 months by accounts there"),
            Column.of("attainment", "Attainment", Unit.SHARE, "Won in 12 months over quota"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var staffed = land.staffed();
        var rows = staffed.stream()
                .map(territory -> row(land, territory).opening())
                .toList();
        long off = reps(staffed.stream().filter(QuotaReport::off));
        long with = reps(staffed.stream().filter(territory -> quota(territory) != null));
        var notes = new ArrayList<>(List.of(
                "Quota = 70 to 80 % of attainable potential. Potential already contains the win rate, so no further"
                        + " conversion is taken; for unconverted figures use the quota calculator."));
        if (equal(staffed)) {
            notes.add("Warning: all quotas are the same although potentials differ. A quota should follow potential.");
        }
        return new Report(
                title(),
                with == 0
                        ? "No rep has a quota in the org; the table suggests one for each."
                        : Say.count(off, "quota lies", "quotas lie")
                                + " outside 70 to 80 % of attainable potential, of " + with + "."
                                + (equal(staffed) ? " All quotas are equal." : ""),
                List.of(),
                Chart.bars("Quota over potential", "share").band(LOW, HIGH),
                List.of(new Table("Quotas", COLUMNS, rows).orSay("No territory has an active rep.")),
                notes);
    }

    /** Quotas are counted by rep: all territories of one are as far from the band. */
    private static long reps(Stream<Territory> territories) {
        return territories.map(Territory::rep).distinct().count();
    }

    private static boolean off(Territory territory) {
        Long quota = quota(territory);
        return quota != null && !verdict(quota, territory.potential()).equals("in band");
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return land.staffed(key).map(QuotaReport::derivation);
    }

    /** The quota line by line. */
    private static Report derivation(Territory territory) {
        long current = territory.accounts().stream()
                .filter(entry -> entry.score().customer())
                .mapToLong(entry -> Math.min(entry.profile().currentCents(), entry.potential()))
                .sum();
        long customers = territory.accounts().stream()
                .filter(entry -> entry.score().customer())
                .mapToLong(Entry::potential)
                .sum();
        long all = territory.potential();
        var columns = List.of(
                Column.text("line", "Line"),
                Column.of("amount", "Amount a year", Unit.MONEY),
                Column.text("how", "How"));
        var rows = List.of(
                Row.of("current", "Current revenue", current, "What customers spend now"),
                Row.of(
                        "expansion",
                        "+ expansion",
                        customers - current,
                        "Expansion x win probability, account by account"),
                Row.of(
                        "new",
                        "+ new business",
                        all - customers,
                        "Prospects: win probability x won value, account by account"),
                Row.of("potential", "= attainable potential", all, "Sum of the three"),
                Row.of("low", "x 70 %", LOW * all, "Lower end of the quota"),
                Row.of("high", "x 80 %", HIGH * all, "Upper end of the quota"));
        return new Report(
                territory.name(),
                "A quota of " + Say.money(LOW * all) + " to " + Say.money(HIGH * all) + " a year.",
                List.of(),
                null,
                List.of(new Table("Derivation", columns, rows), AccountRows.table("Accounts", territory.accounts())),
                List.of("Every account's own potential opens to its parts on its page."));
    }

    private static Row row(Landscape land, Territory territory) {
        Long quota = quota(territory);
        long potential = territory.potential();
        long won = won(land, territory);
        String verdict = verdict(quota, potential);
        return Row.of(
                        territory.key(),
                        territory.name(),
                        territory.repName(),
                        potential,
                        LOW * potential,
                        HIGH * potential,
                        quota,
                        quota == null ? Value.NONE : Value.share(quota, potential),
                        verdict,
                        won,
                        quota == null ? Value.NONE : Value.share(won, quota))
                .marked(off(territory) ? Tone.BAD : Tone.PLAIN);
    }

    /** Both edges are inside. */
    static String verdict(@Nullable Long quota, long potential) {
        if (quota == null) {
            return "no quota";
        }
        if (potential == 0) {
            return "no potential";
        }
        double share = (double) quota / potential;
        return share < LOW - 1e-9 ? "below the band" : share > HIGH + 1e-9 ? "above the band" : "in band";
    }

    static @Nullable Long quota(Territory territory) {
        return territory.quotaCents();
    }

    static long won(Landscape land, Territory territory) {
        var from = land.today().minusMonths(12).plusDays(1);
        return Entry.sum(territory.accounts().stream()
                .flatMap(entry -> entry.closed(from, land.today()).filter(deal -> deal.won())));
    }

    /** Whether several quotas are the same while potentials are not. */
    static boolean equal(List<Territory> territories) {
        var quotas = territories.stream()
                .filter(territory -> quota(territory) != null)
                .map(Territory::rep)
                .filter(Objects::nonNull)
                .distinct()
                .map(OrgUser::quotaCents)
                .toList();
        long potentials =
                territories.stream().map(Territory::potential).distinct().count();
        return quotas.size() > 1 && quotas.stream().distinct().count() == 1 && potentials > 1;
    }
}
