package io.fairpatch.web.watch;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.config.Edge;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.watch.Alert;
import io.fairpatch.watch.ReviewTask;
import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Trigger;
import io.fairpatch.watch.Watch;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.WatchPage;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Triggers and reviews as the page shows them. */
@Singleton
final class WatchViews {
    private final Watch watch;
    private final ReviewTasks reviews;

    WatchViews(Watch watch, ReviewTasks reviews) {
        this.watch = watch;
        this.reviews = reviews;
    }

    WatchPage page(Shell shell, SalesforceId org, Person who) {
        var alerts = watch.firing(org).stream().sorted(mostPressing()).toList();
        var tasks = reviews.all(org);
        LocalDate today = reviews.today();
        var looked = watch.lookedAt(org).map(Show::moment);
        return new WatchPage(
                shell,
                (looked.isPresent() ? signs(alerts) : "No sign was looked for yet") + "; " + due(tasks, today),
                looked.orElse(null),
                alerts.stream().map(WatchViews::row).toList(),
                Arrays.stream(Trigger.values())
                        .map(trigger -> edge(trigger, alerts, looked.isPresent()))
                        .toList(),
                tasks.stream().map(task -> task(task, today)).toList(),
                who.may(Action.PLAN));
    }

    /** What nobody dismissed first; of one trigger, what is farthest beyond its edge. */
    private Comparator<Alert> mostPressing() {
        return Comparator.comparing(Alert::open, Comparator.reverseOrder())
                .thenComparing(Alert::trigger)
                .thenComparingDouble(this::rank);
    }

    private double rank(Alert alert) {
        Edge edge = watch.edges().get(alert.trigger());
        return edge != null && edge.over() != null ? -alert.value() : alert.value();
    }

    private static String signs(List<Alert> alerts) {
        long open = alerts.stream().filter(Alert::open).count();
        return open == 0 ? "No sign asks for action" : Show.count(open, "sign asks", "signs ask") + " for action";
    }

    private static String due(List<ReviewTask> tasks, LocalDate today) {
        long due = tasks.stream().filter(task -> task.waits(today)).count();
        return due == 0 ? "no review is due." : Show.count(due, "review is", "reviews are") + " due.";
    }

    private static WatchPage.Row row(Alert alert) {
        var dismissed = alert.dismissed();
        return new WatchPage.Row(
                alert.id(),
                alert.trigger().title(),
                alert.sentence(),
                alert.trigger().advice(),
                alert.scenario(),
                Show.moment(alert.since()),
                dismissed == null ? null : "Dismissed by " + dismissed.by() + ": " + dismissed.why());
    }

    private WatchPage.EdgeRow edge(Trigger trigger, List<Alert> alerts, boolean looked) {
        Edge edge = watch.edges().get(trigger);
        if (edge == null) {
            return new WatchPage.EdgeRow(trigger.title(), "", "off", false);
        }
        long firing =
                alerts.stream().filter(alert -> alert.trigger() == trigger).count();
        String number = BigDecimal.valueOf(edge.value()).stripTrailingZeros().toPlainString();
        String words = (edge.over() != null ? "over " : "under ")
                + number
                + (edge.inRow() > 1 ? ", " + edge.inRow() + " quarters in a row" : "");
        String quiet = looked ? "quiet" : "not looked at";
        return new WatchPage.EdgeRow(
                trigger.title() + ": " + trigger.measures(), words, firing == 0 ? quiet : firing + " now", firing > 0);
    }

    private static WatchPage.Task task(ReviewTask task, LocalDate today) {
        var done = task.done();
        return new WatchPage.Task(
                task.key(),
                task.purpose(),
                task.due().toString(),
                task.waits(today),
                done == null ? null : "Done by " + done.by() + (done.note().isEmpty() ? "" : ": " + done.note()));
    }
}
