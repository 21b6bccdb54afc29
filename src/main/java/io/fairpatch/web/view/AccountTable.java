package io.fairpatch.web.view;

import io.fairpatch.web.view.MoveTable.Choice;
import io.fairpatch.web.view.MoveTable.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ranked list of accounts.
 *
 * @param query the filter as a query string, kept by every link
 * @param scales the ways to say a score; the chosen one has no address
 * @param mayExport whether this person may take the list as a file
 * @param leftOut how many the choice of customers or new business leaves out, null when that was not chosen
 */
public record AccountTable(
        String path,
        String query,
        Filter filter,
        List<Scale> scales,
        List<Column> columns,
        List<Line> lines,
        @Nullable String leftOut,
        Paging paging,
        boolean mayExport) {
    /** Values of the drop-downs. */
    public static final List<Choice> TIERS =
            List.of(new Choice("1", "tier 1"), new Choice("2", "tier 2"), new Choice("3", "tier 3"));

    public static final List<Choice> GRADES = List.of(new Choice("A", "A"), new Choice("B", "B"), new Choice("C", "C"));
    public static final List<Choice> KINDS =
            List.of(new Choice("customers", "customers"), new Choice("new_business", "prospects, new business"));

    public AccountTable {
        scales = List.copyOf(scales);
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** Where all that match can be had as a file, csv or xlsx. */
    public String file(String format) {
        return path + "/export?" + (query.isEmpty() ? "" : query + "&") + "format=" + format;
    }

    /** What is asked for; null is "any". */
    public record Filter(
            @Nullable String text,
            @Nullable String tier,
            @Nullable String grade,
            @Nullable String kind,
            @Nullable String scale,
            @Nullable String sort,
            boolean any) {}

    /** A way to say a score. */
    public record Scale(String label, @Nullable String href) {}

    /**
     * One account.
     *
     * @param holder its territory, else its owner
     * @param holderNote the territory's rep, or that the holder is the owner
     * @param scoreFull the score on every scale
     */
    public record Line(
            String href,
            String name,
            String reason,
            String holder,
            @Nullable String holderNote,
            String kind,
            String score,
            String scoreFull,
            String tier,
            long potentialCents) {}
}
