package io.fairpatch.web.proposal;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.plan.Book;
import io.fairpatch.review.BookView;
import io.fairpatch.web.view.BookBar;
import io.fairpatch.web.view.Measure;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The picture of all books before and after, on one scale. */
public final class Books {
    private static final String POTENTIAL = "potential";
    private static final double USUAL_BAND = 0.09;
    /** A lone book ten times over must not squeeze all others into a line. */
    private static final double WIDEST = 2.5;

    /** With more books than this only the outermost are drawn, unless all are asked for. */
    static final int MOST = 60;

    private final double band;

    public Books(PlanningConfig planning) {
        this.band = planning.bands().getOrDefault(POTENTIAL, USUAL_BAND);
    }

    /** Every active rep with a target by potential, the fullest book of today first. */
    public List<BookBar> bars(List<BookView> books) {
        return bars(books, Measure.POTENTIAL, false, null);
    }

    /**
     * The same by any measure, or with the books of each team as one.
     *
     * @param path of the proposal, to which names lead; null for none
     */
    public List<BookBar> bars(List<BookView> books, Measure measure, boolean teams, @Nullable String path) {
        List<Row> rows = (teams ? teams(books) : books.stream().map(view -> Row.of(view, path)))
                .filter(row -> measure != Measure.POTENTIAL || row.target > 0)
                .sorted(Comparator.comparingDouble((Row row) -> row.value(measure, row.before))
                        .reversed())
                .toList();
        double longest = rows.stream()
                .mapToDouble(row -> Math.max(row.value(measure, row.before), row.value(measure, row.after)))
                .max()
                .orElse(1);
        double scale = measure == Measure.POTENTIAL
                ? Math.max(1 + 2 * band, Math.min(WIDEST, longest * 1.02))
                : Math.max(1, longest * 1.02);
        return rows.stream().map(row -> bar(row, measure, scale)).toList();
    }

    /** As looked at: all, or of many the fullest and the emptiest of today, where what changes is seen. */
    List<BookBar> bars(List<BookView> books, Look look, String path) {
        List<BookBar> all = bars(books, look.measure(), look.teams(), path);
        if (look.allBooks() || all.size() <= MOST) {
            return all;
        }
        int half = MOST / 2;
        return Stream.concat(all.stream().limit(half), all.stream().skip(all.size() - half))
                .toList();
    }

    /** The band in words: "91 to 109 % of target". */
    public String bandWords() {
        return Math.round((1 - band) * 100) + " to " + Show.percent(1 + band) + " of target";
    }

    /** How many books lie outside the band after: "2 of 24 outside"; null when none does. */
    @Nullable
    String outside(List<BookView> books) {
        List<Double> shares = books.stream()
                .filter(BookView::active)
                .map(BookView::ratioAfter)
                .filter(Objects::nonNull)
                .toList();
        long outside = shares.stream()
                .filter(share -> share < 1 - band || share > 1 + band)
                .count();
        return outside == 0 ? null : Show.count(outside) + " of " + Show.count(shares.size()) + " outside";
    }

    /** How many books lie how far from their target, before and after. */
    public List<Spread> spread(List<BookView> books) {
        double[] edges = {0, 1 - 2 * band, 1 - band, 1 + band, 1 + 2 * band, Double.MAX_VALUE};
        var steps = new ArrayList<Spread>();
        for (int i = 0; i + 1 < edges.length; i++) {
            double low = edges[i];
            double high = edges[i + 1];
            boolean inside = i == 2;
            steps.add(new Spread(
                    words(low, high, inside),
                    count(books, BookView::ratioBefore, low, high, inside),
                    count(books, BookView::ratioAfter, low, high, inside),
                    inside));
        }
        return steps;
    }

    private static String words(double low, double high, boolean inside) {
        if (low == 0) {
            return "below " + Show.percent(high);
        }
        if (high == Double.MAX_VALUE) {
            return "above " + Show.percent(low);
        }
        return Math.round(low * 100) + " to " + Show.percent(high) + (inside ? ", the band" : "");
    }

    private interface Ratio {
        @Nullable
        Double of(BookView view);
    }

    /** The band keeps both its edges. */
    private static int count(List<BookView> books, Ratio ratio, double low, double high, boolean inside) {
        return (int) books.stream()
                .filter(BookView::active)
                .map(ratio::of)
                .filter(Objects::nonNull)
                .filter(share ->
                        low == 0 ? share < high : inside ? share >= low && share <= high : outside(share, low, high))
                .count();
    }

    private static boolean outside(double share, double low, double high) {
        return low >= 1 ? share > low && share <= high : share >= low && share < high;
    }

    private static Stream<Row> teams(List<BookView> books) {
        Map<String, Row> teams = new LinkedHashMap<>();
        for (BookView view : books) {
            String manager = view.managerId() == null ? "" : view.managerId();
            teams.merge(manager, Row.ofTeam(view), Row::and);
        }
        return teams.values().stream();
    }

    private BookBar bar(Row row, Measure measure, double scale) {
        return new BookBar(
                row.name,
                row.note,
                row.before.accounts(),
                row.after.accounts(),
                row.before.potentialCents(),
                row.after.potentialCents(),
                row.value(measure, row.before),
                row.value(measure, row.after),
                1 - band,
                1 + band,
                scale,
                measure,
                row.href);
    }

    private record Row(
            String name, String note, @Nullable String href, long target, Book.Load before, Book.Load after) {
        static Row of(BookView view, @Nullable String path) {
            Book book = view.book();
            String rep = book.rep().value();
            String href = path == null ? null : path + "?rep=" + rep + "#moves";
            long target = view.active() ? book.targetCents() : 0;
            return new Row(view.repName(), book.territory(), href, target, book.before(), book.after());
        }

        static Row ofTeam(BookView view) {
            String name = view.managerName() == null ? "Without a manager" : "Team of " + view.managerName();
            Row one = of(view, null);
            return new Row(name, "1", null, one.target, one.before, one.after);
        }

        Row and(Row other) {
            int reps = Integer.parseInt(note) + Integer.parseInt(other.note);
            return new Row(
                    name,
                    Integer.toString(reps),
                    href,
                    target + other.target,
                    sum(before, other.before),
                    sum(after, other.after));
        }

        double value(Measure measure, Book.Load load) {
            return switch (measure) {
                case POTENTIAL -> target == 0 ? 0 : (double) load.potentialCents() / target;
                case WORKLOAD -> load.workloadHours();
                case ACCOUNTS -> load.accounts();
                case TIER1 -> load.tier1();
            };
        }

        private static Book.Load sum(Book.Load one, Book.Load other) {
            return new Book.Load(
                    one.accounts() + other.accounts(),
                    one.potentialCents() + other.potentialCents(),
                    one.workloadHours() + other.workloadHours(),
                    one.tier1() + other.tier1(),
                    one.tier2() + other.tier2(),
                    one.tier3() + other.tier3(),
                    one.customers() + other.customers());
        }
    }
}
