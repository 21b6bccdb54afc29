package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Landscape;
import io.fairpatch.insight.land.WrittenPlan;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plan that was written last beside what became of it, book by book, with what to do about it. */
@Singleton
final class PlanTracking implements ReportMaker {
    private static final About ABOUT = About.of("plan-tracking", "Plan and what became of it", Group.PERFORMANCE);

    private static final List<Column> COLUMNS = List.of(
            Column.text("territory", "Territory"),
            Column.text("rep", "Rep"),
            Column.of("planned", "Planned share of target", Unit.SHARE, "Potential over target, as planned"),
            Column.of(
                    "share", "Share of target now", Unit.SHARE, "Potential of the rep's accounts over the same target"),
            Column.of("plannedAccounts", "Accounts planned", Unit.COUNT),
            Column.of("accounts", "Accounts now", Unit.COUNT),
            Column.of("came", "Came by the plan", Unit.COUNT),
            Column.of("gone", "of them elsewhere now", Unit.COUNT),
            Column.of("untouched", "of them without contact since", Unit.COUNT, "No task or event since the plan"),
            Column.of("won", "Won since", Unit.MONEY),
            Column.of(
                    "pace",
                    "Pace of quota",
                    Unit.SHARE,
                    "Won since over the share of the yearly quota for the days since"),
            Column.text("advice", "What to do"));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public Report make(Landscape land, Settings settings) {
        WrittenPlan plan = land.signals().written();
        var tracks = tracks(land, plan);
        return new Report(
                title(),
                sentence(plan, tracks),
                List.of(),
                tracks.isEmpty()
                        ? null
                        : Chart.bars("Share of target now", "share")
                                .band(
                                        1 - tracks.get(0).band(),
                                        1 + tracks.get(0).band()),
                List.of(new Table(
                                "Books",
                                COLUMNS,
                                tracks.stream().map(PlanTracking::row).toList())
                        .orSay("Once the org was copied after a commit, this shows how the plan fares.")),
                List.of(
                        "Targets are those of the plan. Potential is as scored last: it moves as accounts grow, deals"
                                + " close and accounts change hands.",
                        "Results say something once " + Track.RESULTS_AFTER_DAYS
                                + " days have passed since the plan."));
    }

    @Override
    public Optional<Report> open(Landscape land, Settings settings, String key) {
        return tracks(land, land.signals().written()).stream()
                .filter(track -> track.key().equals(key))
                .findFirst()
                .map(track -> AccountRows.report(
                        track.planned().territory(),
                        track.advice(),
                        track.attention(),
                        List.of("Accounts that came by the plan and are elsewhere now, or had no contact since.")));
    }

    private static List<Track> tracks(Landscape land, @Nullable WrittenPlan plan) {
        if (plan == null || !plan.copied()) {
            return List.of();
        }
        var held = land.entries().stream()
                .filter(entry -> entry.holder() != null)
                .collect(Collectors.groupingBy(
                        entry -> Objects.requireNonNull(entry.holder()).id()));
        var came = land.entries().stream()
                .filter(entry -> plan.placed().containsKey(entry.account().id()))
                .collect(Collectors.groupingBy(entry ->
                        Objects.requireNonNull(plan.placed().get(entry.account().id()))));
        return plan.books().stream()
                .filter(book -> book.targetCents() > 0)
                .map(book -> Track.of(
                        land,
                        plan,
                        book,
                        held.getOrDefault(book.rep(), List.of()),
                        came.getOrDefault(book.rep(), List.of())))
                .toList();
    }

    private static String sentence(@Nullable WrittenPlan plan, List<Track> tracks) {
        if (plan == null) {
            return "No plan was written into the org yet, so there is nothing to track.";
        }
        if (!plan.copied()) {
            return plan.proposal() + " was written on " + plan.day()
                    + ", after the org was copied last: copy it again to see what became of it.";
        }
        long off = tracks.stream().filter(track -> !track.inBand()).count();
        return "Since " + plan.proposal() + " was written on " + plan.day() + ", "
                + Say.count(off, "book is", "books are") + " outside the band, "
                + Say.count(sum(tracks, track -> track.gone().size()), "account lies", "accounts lie")
                + " elsewhere than planned, and "
                + sum(tracks, track -> track.untouched().size()) + " of "
                + Say.accounts(sum(tracks, track -> track.came().size())) + " that came had no contact.";
    }

    private static long sum(List<Track> tracks, ToLongFunction<Track> count) {
        return tracks.stream().mapToLong(count).sum();
    }

    private static Row row(Track track) {
        var row = Row.of(
                track.key(),
                track.planned().territory(),
                track.planned().repName(),
                track.plannedShare(),
                track.share(),
                track.planned().accounts(),
                track.accounts().size(),
                track.came().size(),
                track.gone().size(),
                track.untouched().size(),
                track.wonCents(),
                track.pace(),
                track.advice());
        return row.marked(track.fine() ? Tone.PLAIN : Tone.WARN).opening();
    }
}
