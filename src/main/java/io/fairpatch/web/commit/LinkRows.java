package io.fairpatch.web.commit;

import io.fairpatch.commit.Link;
import io.fairpatch.commit.LinkState;
import io.fairpatch.web.view.CommitRunPage.LinkRow;
import io.fairpatch.web.view.Show;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Territory associations and team members of a commit as people read them. */
final class LinkRows {
    private LinkRows() {}

    /** What became of them all; null when there are none. */
    static @Nullable String sentence(Map<LinkState, Integer> counts) {
        return counts.isEmpty()
                ? null
                : counts.entrySet().stream()
                                .map(count -> Show.count(count.getValue()) + " " + words(count.getKey()))
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    static LinkRow row(Link link) {
        boolean territory = link.object().equals("ObjectTerritory2Association");
        String what = link.action() == Link.Action.INSERT
                ? territory ? "put into the territory" : "member of the team"
                : "taken out of the territory";
        String note =
                Stream.of(link.code(), link.message()).filter(Objects::nonNull).collect(Collectors.joining(" - "));
        return new LinkRow(link.account(), what, territory ? link.name() : member(link), words(link.state()), note);
    }

    private static String member(Link link) {
        return link.name().isEmpty() ? link.linked() : link.linked() + " as " + link.name();
    }

    private static String words(LinkState state) {
        return switch (state) {
            case PLANNED -> "to be done";
            case DONE -> "done, read back";
            case REJECTED -> "refused";
            case LEFT -> "left as they are";
        };
    }
}
