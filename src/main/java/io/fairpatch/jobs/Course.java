package io.fairpatch.jobs;

import io.fairpatch.model.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Notes how a plan got better while it was made. Thread-safe. */
final class Course implements Relay {
    private static final int MOST = 200;
    private static final double MILLIS = 1_000;
    private static final double NANOS = 1e9;

    private final Progress whole;
    private final Clock clock;
    private final long began;
    private final List<CoursePoint> points = new ArrayList<>();
    private double best = Double.NaN;
    private double bound = Double.NaN;

    Course(Progress whole, Clock clock) {
        this.whole = whole;
        this.clock = clock;
        this.began = clock.millis();
    }

    @Override
    public Progress whole() {
        return whole;
    }

    @Override
    public synchronized void found(double cost, double least) {
        boolean better = !Double.isNaN(cost) && !(cost >= best);
        boolean closer = !Double.isNaN(least) && !(least <= bound);
        best = better ? cost : best;
        bound = closer ? least : bound;
        if (better || closer) {
            note(new CoursePoint(seconds(), known(best), known(bound)));
            whole.found(best, bound);
        }
    }

    /** Where there are too many points every second one is left out, so that the end is noted as well as the beginning. */
    private void note(CoursePoint point) {
        if (points.size() == MOST) {
            var all = List.copyOf(points);
            points.clear();
            IntStream.range(0, MOST)
                    .filter(at -> at % 2 == 0)
                    .mapToObj(all::get)
                    .forEach(points::add);
        }
        points.add(point);
    }

    /** Since it began, rests left out. */
    private double seconds() {
        return (clock.millis() - began) / MILLIS - whole.pausedNanos() / NANOS;
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** What was noted, and how it ended. */
    synchronized List<CoursePoint> points(double cost, @Nullable Double least) {
        var all = new ArrayList<>(points);
        all.add(new CoursePoint(seconds(), cost, least == null ? known(bound) : least));
        return List.copyOf(all);
    }
}
