package io.fairpatch.web.proposal;

import io.fairpatch.model.GeoPoint;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.BookView;
import io.fairpatch.review.Pictures;
import io.fairpatch.web.view.MapFrame;
import io.fairpatch.web.view.MapPicture;
import io.fairpatch.web.view.Mercator;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws the accounts of a proposal on two maps: with whom they are, and with whom they will be. */
final class Maps {
    private static final double GOLDEN_ANGLE = 137.508;

    private final List<BookView> books;
    private final @Nullable SalesforceId chosen;
    private final Map<SalesforceId, String> fills = new HashMap<>();

    Maps(List<BookView> books, @Nullable SalesforceId chosen) {
        this.books = books;
        this.chosen = chosen;
        for (int i = 0; i < books.size(); i++) {
            fills.put(books.get(i).book().rep(), fill(i));
        }
    }

    MapPicture draw(List<Pictures.Dot> dots, long accounts) {
        long placed = dots.stream().mapToLong(Pictures.Dot::accounts).sum();
        var spots = dots.stream()
                .map(dot -> new MapFrame.Spot(dot.place(), dot.accounts()))
                .toList();
        var frame = MapFrame.around(spots);
        return new MapPicture(
                frame.outline(),
                frame.viewBox(),
                draw(dots, frame.unit(), true),
                draw(dots, frame.unit(), false),
                accounts - placed,
                frame.states() ? MapFrame.outside(spots) : 0,
                books.stream()
                        .filter(BookView::active)
                        .map(view -> rep(view, dots))
                        .toList());
    }

    private List<MapPicture.Dot> draw(List<Pictures.Dot> dots, double unit, boolean before) {
        var drawn = new ArrayList<MapPicture.Dot>();
        for (Pictures.Dot dot : dots) {
            SalesforceId rep = before ? dot.before() : dot.after();
            if (rep != null) {
                double radius = unit * (5 + 3 * Math.sqrt(Math.min(dot.accounts(), 64)));
                drawn.add(new MapPicture.Dot(
                        Mercator.show(Mercator.x(dot.place())),
                        Mercator.show(Mercator.y(dot.place())),
                        String.format(Locale.ROOT, "%.3f", radius),
                        fills.getOrDefault(rep, "#777777"),
                        chosen == null || chosen.equals(rep) ? "fp-dot" : "fp-dot fp-dot_faint"));
            }
        }
        return drawn;
    }

    private MapPicture.Rep rep(BookView view, List<Pictures.Dot> dots) {
        SalesforceId rep = view.book().rep();
        var before = dots.stream().filter(dot -> rep.equals(dot.before())).toList();
        var after = dots.stream().filter(dot -> rep.equals(dot.after())).toList();
        return new MapPicture.Rep(
                view.repName(),
                fills.getOrDefault(rep, "#777777"),
                sum(before),
                sum(after),
                sum(after.stream().filter(Pictures.Dot::moves).toList()),
                sum(before.stream().filter(Pictures.Dot::moves).toList()),
                wide(before),
                wide(after));
    }

    private static long sum(List<Pictures.Dot> dots) {
        return dots.stream().mapToLong(Pictures.Dot::accounts).sum();
    }

    /** Mean kilometres of a book's accounts to its middle. */
    private static String wide(List<Pictures.Dot> dots) {
        long accounts = sum(dots);
        if (accounts == 0) {
            return "-";
        }
        double latitude = mean(dots, accounts, true);
        double longitude = mean(dots, accounts, false);
        var middle = new GeoPoint(latitude, longitude);
        double sum = dots.stream()
                .mapToDouble(dot -> dot.accounts() * dot.place().kilometresTo(middle))
                .sum();
        return Show.count(Math.round(sum / accounts));
    }

    private static double mean(List<Pictures.Dot> dots, long accounts, boolean latitude) {
        return dots.stream()
                        .mapToDouble(dot -> dot.accounts()
                                * (latitude
                                        ? dot.place().latitude()
                                        : dot.place().longitude()))
                        .sum()
                / accounts;
    }

    /** Neighbours in the list lie far apart on the wheel; lightness goes in three steps so that many can be told apart. */
    private static String fill(int i) {
        double hue = i * GOLDEN_ANGLE % 360;
        int light = 38 + 10 * (i % 3);
        return String.format(Locale.ROOT, "hsl(%.0f 65%% %d%%)", hue, light);
    }
}
