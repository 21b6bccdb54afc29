package io.fairpatch.web.proposal;

import io.fairpatch.web.view.BookToggle;
import io.fairpatch.web.view.BookToggle.Choice;
import io.fairpatch.web.view.Measure;
import java.util.Arrays;
import java.util.List;

/** The choices over the picture of the books: by which measure, by rep or by team. */
final class Toggles {
    private Toggles() {}

    static List<BookToggle> of(String path, MoveQuery query) {
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
