package io.fairpatch.web.proposal;

import io.fairpatch.web.view.BookToggle;
import io.fairpatch.web.view.BookToggle.Choice;
import io.fairpatch.web.view.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The choices over the picture of the books: by which measure, by rep or by team. */
final class Toggles {
    private Toggles() {}

    /** @param books how many there are */
    static List<BookToggle> of(String path, MoveQuery query, int books) {
        var toggles = new ArrayList<>(always(path, query));
        if (books > Books.MOST && !query.look().teams()) {
            toggles.add(drawn(path, query, books));
        }
        return toggles;
    }

    private static BookToggle drawn(String path, MoveQuery query, int books) {
        Look look = query.look();
        return new BookToggle(
                "Drawn",
                List.of(
                        new Choice(
                                "The outermost",
                                MoveTables.address(path, query.looking(look.drawing(false))),
                                !look.allBooks()),
                        new Choice(
                                "All " + books,
                                MoveTables.address(path, query.looking(look.drawing(true))),
                                look.allBooks())));
    }

    private static List<BookToggle> always(String path, MoveQuery query) {
        Look look = query.look();
        return List.of(
                new BookToggle(
                        "Measure",
                        Arrays.stream(Measure.values())
                                .map(measure -> new Choice(
                                        words(measure),
                                        MoveTables.address(path, query.looking(look.by(measure))),
                                        measure == look.measure()))
                                .toList()),
                new BookToggle(
                        "Books",
                        List.of(
                                new Choice(
                                        "By rep",
                                        MoveTables.address(path, query.looking(look.byTeam(false))),
                                        !look.teams()),
                                new Choice(
                                        "By team",
                                        MoveTables.address(path, query.looking(look.byTeam(true))),
                                        look.teams()))));
    }

    private static String words(Measure measure) {
        return switch (measure) {
            case POTENTIAL -> "Potential";
            case WORKLOAD -> "Workload";
            case ACCOUNTS -> "Accounts";
            case TIER1 -> "Tier 1";
        };
    }
}
