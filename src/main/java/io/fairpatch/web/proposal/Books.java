package io.fairpatch.web.proposal;

import io.fairpatch.config.PlanningConfig;
import io.fairpatch.review.BookView;
import io.fairpatch.web.view.BookBar;
import io.fairpatch.web.view.Show;
import java.util.Comparator;
import java.util.List;

/** The picture of all books before and after, on one scale. */
public final class Books {
    private static final String MEASURE = "potential";
    private static final double USUAL_BAND = 0.09;
    /** A lone book ten times over must not squeeze all others into a line. */
    private static final double WIDEST = 2.5;

    private final double band;

    public Books(PlanningConfig planning) {
        this.band = planning.bands().getOrDefault(MEASURE, USUAL_BAND);
    }

    /** Every active rep with a target, the fullest book of today first. */
    public List<BookBar> bars(List<BookView> books) {
        List<BookView> shown = books.stream()
                .filter(book -> book.active() && book.ratioBefore() != null)
                .sorted(Comparator.comparingDouble(Books::before).reversed())
                .toList();
        double longest = shown.stream()
                .mapToDouble(book -> Math.max(before(book), after(book)))
                .max()
                .orElse(1);
        double scale = Math.max(1 + 2 * band, Math.min(WIDEST, longest * 1.02));
        return shown.stream().map(book -> bar(book, scale)).toList();
    }

    /** The band in words: "91 to 109 % of target". */
    public String bandWords() {
        return Math.round((1 - band) * 100) + " to " + Show.percent(1 + band) + " of target";
    }

    private BookBar bar(BookView view, double scale) {
        var book = view.book();
        return new BookBar(
                view.repName(),
                book.territory(),
                book.before().accounts(),
                book.after().accounts(),
                book.before().potentialCents(),
                book.after().potentialCents(),
                before(view),
                after(view),
                1 - band,
                1 + band,
                scale);
    }

    private static double before(BookView book) {
        Double ratio = book.ratioBefore();
        return ratio == null ? 0 : ratio;
    }

    private static double after(BookView book) {
        Double ratio = book.ratioAfter();
        return ratio == null ? 0 : ratio;
    }
}
