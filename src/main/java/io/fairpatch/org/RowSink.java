package io.fairpatch.org;

import java.util.List;

/**
 * Receives the rows of a bulk query, page by page, in one thread. A page that breaks off is announced by
 * {@link #pageBroken()} and sent again from its start, so a sink keeps a page aside until {@link #pageEnd(int)}.
 */
public interface RowSink {
    /** A page begins; {@code header} holds the field names in column order. The same for all pages of a query. */
    void pageStart(List<String> header);

    /** One row, one value a column; an empty string is null in the org. Valid only during the call. */
    void row(List<String> values);

    /** The page arrived whole: {@code rows} equals what the org declared. */
    void pageEnd(int rows);

    /** The same, for a sink that can go on from {@code next} after a restart; it has no locator after the last page. */
    default void pageEnd(int rows, QueryJob next) {
        pageEnd(rows);
    }

    /** The page broke off; forget its rows. */
    void pageBroken();
}
