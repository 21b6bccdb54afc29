package io.fairpatch.web.view;

import java.util.List;

/**
 * How good the copied data is.
 *
 * @param sampled whether different values are those of some records only
 */
public record DataPage(
        Shell shell,
        String sentence,
        List<OrgTab> tabs,
        List<String> missing,
        List<String> warnings,
        List<Count> counts,
        List<Field> fields,
        boolean sampled,
        List<Group> groups,
        List<Part> regions,
        List<Part> industries,
        List<String> unplaced,
        List<Note> notes) {
    /** A number with its name. */
    public record Count(String label, String value) {}

    /**
     * @param object what it belongs to, and the org's fields it is read from
     * @param percent filled, 0 to 100
     * @param imported how many of them by files; empty for none
     */
    public record Field(
            String object, String name, int percent, String filled, String imported, String distinct, String samples) {}

    /** Accounts that are probably one. */
    public record Group(Link survivor, List<Link> others, String why) {}

    /** An account to go to. */
    public record Link(String text, String href) {}

    /** What lies in one region or industry. */
    public record Part(String name, String accounts, String potential) {}

    /** @param kept whether the row was kept with this value left empty or mended */
    public record Note(String record, String value, String reason, boolean kept) {}
}
