package io.fairpatch.cli;

import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.watch.Alert;
import io.fairpatch.watch.ReviewTask;
import io.fairpatch.watch.ReviewTasks;
import io.fairpatch.watch.Watch;
import io.micronaut.context.BeanLocator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Looks whether anything asks for a new plan. */
@Command(
        name = "watch",
        description =
                "Look whether anything asks for a new plan: uneven books, leavers, newcomers, surges, results; and"
                        + " which reviews are due. The edges stand in calendar.yml. Changes no org.",
        mixinStandardHelpOptions = true)
public final class WatchCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    public WatchCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        var beans = house.get();
        var org = beans.getBean(CurrentOrg.class).require().id();
        var reviews = beans.getBean(ReviewTasks.class);
        reviews.ensure(org);
        var alerts = beans.getBean(Watch.class).look(org);
        var tasks = reviews.all(org);
        output.result(Map.of("alerts", alerts, "reviews", tasks), text(alerts, tasks, reviews.today()));
        return 0;
    }

    private static String text(List<Alert> alerts, List<ReviewTask> tasks, LocalDate today) {
        var lines = new ArrayList<String>();
        if (alerts.isEmpty()) {
            lines.add("Nothing asks for a new plan.");
        }
        var byTitle = new LinkedHashMap<String, List<Alert>>();
        alerts.forEach(alert -> byTitle.computeIfAbsent(alert.trigger().title(), title -> new ArrayList<>())
                .add(alert));
        byTitle.forEach((title, group) -> {
            lines.add(title + ":");
            group.forEach(alert -> lines.add("  " + alert.sentence() + (alert.open() ? "" : " (dismissed)")));
            lines.add("  " + group.get(0).trigger().advice());
        });
        tasks.stream()
                .filter(task -> task.done() == null)
                .forEach(task -> lines.add((task.waits(today) ? "Review due:  " : "Review from " + task.due() + ": ")
                        + task.key() + "  " + task.purpose()));
        return String.join("\n", lines);
    }
}
