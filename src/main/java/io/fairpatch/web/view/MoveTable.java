package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of moves: what is asked for, what is shown, and what may be done with all of it.
 *
 * @param path the page's own address, without query
 * @param query the filter as a query string, kept by every link and form
 * @param managers on whose word moves may wait
 * @param mayDecide whether this person decides on these moves now
 * @param mayPin whether this person may also pin accounts
 * @param ownTeamOnly whether what the person decides on is the own team's alone
 * @param keep what a change of filter keeps of the address: how the page is looked at
 */
public record MoveTable(
        String path,
        String query,
        Filter filter,
        List<Choice> reps,
        List<Choice> rules,
        List<Choice> managers,
        List<Column> columns,
        List<Shown> shown,
        List<MoveRow> rows,
        Paging paging,
        long undecidedThatMatch,
        boolean mayDecide,
        boolean mayPin,
        boolean ownTeamOnly,
        List<Choice> views,
        List<Choice> keep) {
    public MoveTable {
        reps = List.copyOf(reps);
        rules = List.copyOf(rules);
        managers = List.copyOf(managers);
        columns = List.copyOf(columns);
        shown = List.copyOf(shown);
        rows = List.copyOf(rows);
        views = List.copyOf(views);
        keep = List.copyOf(keep);
    }

    /** What is asked for; null is "any". */
    public record Filter(
            @Nullable String text,
            @Nullable String rep,
            @Nullable String rule,
            @Nullable String decision,
            @Nullable String change,
            @Nullable String deals,
            @Nullable String edited,
            @Nullable String word) {
        public boolean any() {
            return text != null
                    || rep != null
                    || rule != null
                    || decision != null
                    || change != null
                    || deals != null
                    || edited != null
                    || word != null;
        }
    }

    /** One entry of a drop-down. */
    public record Choice(String value, String label) {}

    /** A column that can be shown, and whether it is. */
    public record Shown(MoveColumn column, boolean on) {}

    /**
     * A head of the table.
     *
     * @param href where a click sorts by it, null when it can't be sorted by
     * @param sorted ascending, descending or none, as {@code aria-sort} says it
     */
    public record Column(String label, @Nullable String href, String sorted, boolean figure) {}
}
