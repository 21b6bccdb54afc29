package io.fairpatch.review;

/**
 * Which part of a list.
 *
 * @param offset rows to leave out, from 0
 * @param limit most rows, 1 to 500
 */
public record PageRequest(int offset, int limit) {
    public static final PageRequest FIRST = new PageRequest(0, 50);
    private static final int MOST_ROWS = 500;

    public PageRequest {
        if (offset < 0 || limit < 1 || limit > MOST_ROWS) {
            throw new IllegalArgumentException("The page (offset " + offset + ", limit " + limit
                    + ") must start at 0 or later and hold 1 to " + MOST_ROWS + " rows");
        }
    }

    /** Reads a cursor of {@link ProposalPage#cursor()}. */
    public static PageRequest after(String cursor, int limit) {
        try {
            return new PageRequest(Integer.parseInt(cursor), limit);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The cursor (" + cursor + ") must be one from an earlier answer", e);
        }
    }
}
