package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.report.About;
import io.fairpatch.insight.report.Column;
import io.fairpatch.insight.report.Figure;
import io.fairpatch.insight.report.Report;
import io.fairpatch.insight.report.ReportMaker;
import io.fairpatch.insight.report.Row;
import io.fairpatch.insight.report.Row.Tone;
import io.fairpatch.insight.report.Settings;
import io.fairpatch.insight.report.Table;
import io.fairpatch.insight.report.Unit;
import io.fairpatch.model.AccountScore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Accounts whose tier or potential changed between the last two scorings. */
@Singleton
final class TierChangeReport implements ReportMaker {
    private static final About ABOUT = About.of("tier-changes", "Grown and shrunk accounts", Group.ACCOUNTS);

    /** A change of potential smaller than this share, in the same tier, is left out. */
    private static final double NOTABLE = 0.25;

    private static final List<Column> COLUMNS = List.of(
            Column.text("account", "Account"),
            Column.text("rep", "Rep"),
            Column.text("tier", "Tier"),
            Column.of("scoreBefore", "Score before", Unit.NUMBER),
            Column.of("score", "Score now", Unit.NUMBER),
            Column.of("before", "Potential before", Unit.MONEY),
            Column.of("potential", "Potential now", Unit.MONEY),
            Column.of("change", "Change", Unit.SHARE, "Potential now over before, less one"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        var changed = land.entries().stream()
                .filter(entry ->
                        notable(entry, land.before().get(entry.account().id())))
                .sorted(Comparator.comparingLong((Entry entry) -> -Math.abs(gain(land, entry)))
                        .thenComparing(entry -> entry.account().id().value()))
                .toList();
        long up = changed.stream().filter(entry -> gain(land, entry) > 0).count();
        String sentence = land.before().isEmpty()
                ? "There is one scoring so far: changes show from the second on."
                : Say.accounts(changed.size()) + " changed tier, or potential by a quarter and more: " + up + " grew, "
                        + (changed.size() - up) + " shrank.";
        return new Report(
                title(),
                sentence,
                List.of(Figure.of(
                        "Change of potential",
                        Unit.MONEY,
                        changed.stream().mapToLong(entry -> gain(land, entry)).sum(),
                        "Sum over the accounts below")),
                null,
                List.of(new Table(
                                "Changed accounts",
                                COLUMNS,
                                changed.stream().map(entry -> row(land, entry)).toList())
                        .orSay("No tier changed, and no potential by a quarter or more.")),
                List.of("Compared are the last two scorings; scores of earlier ones stay readable on the account."));
    }

    private static boolean notable(Entry entry, @Nullable AccountScore before) {
        if (before == null) {
            return false;
        }
        double largest = Math.max(1, Math.max(before.potentialCents(), entry.potential()));
        return before.tier() != entry.score().tier()
                || Math.abs(entry.potential() - before.potentialCents()) / largest >= NOTABLE;
    }

    private static AccountScore before(Landscape land, Entry entry) {
        return Objects.requireNonNull(land.before().get(entry.account().id()));
    }

    private static long gain(Landscape land, Entry entry) {
        return entry.potential() - before(land, entry).potentialCents();
    }

    private static Row row(Landscape land, Entry entry) {
        AccountScore before = before(land, entry);
        int from = before.tier().ordinal() + 1;
        String to = AccountRows.tier(entry);
        var row = Row.of(
                entry.account().id().value(),
                entry.account().name(),
                AccountRows.holder(entry),
                to.equals(Integer.toString(from)) ? to : from + " to " + to,
                before.score(),
                entry.score().score(),
                before.potentialCents(),
                entry.potential(),
                before.potentialCents() == 0 ? null : (double) gain(land, entry) / before.potentialCents());
        return AccountRows.link(entry, row).marked(gain(land, entry) < 0 ? Tone.WARN : Tone.GOOD);
    }
}
