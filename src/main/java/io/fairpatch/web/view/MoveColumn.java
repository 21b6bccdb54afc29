package io.fairpatch.web.view;

import java.util.List;
import java.util.Locale;

/** A column of the list of moves that can be shown or left out. */
public enum MoveColumn {
    FROM("From"),
    TO("To"),
    RULE("Reason"),
    POTENTIAL("Potential"),
    DEALS("Open deals"),
    CHANGE("Kind of change"),
    WORTH("Worth to the plan"),
    SCORE("Score"),
    TIER("Tier"),
    TERRITORY("Territory");

    /** What is shown when nobody chose. */
    public static final List<MoveColumn> USUAL = List.of(FROM, TO, RULE, POTENTIAL, DEALS);

    private final String label;

    MoveColumn(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean figure() {
        return this == POTENTIAL || this == WORTH || this == SCORE || this == DEALS;
    }
}
