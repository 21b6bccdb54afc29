package io.fairpatch.web.view;

import java.util.List;

/**
 * The weights of the score, to be looked at and changed.
 *
 * @param fields in the order of the form
 * @param mayChange whether this person may
 */
public record RulesPage(
        Shell shell, int version, int fileVersion, List<Field> fields, List<Change> changes, boolean mayChange) {
    public RulesPage {
        fields = List.copyOf(fields);
        changes = List.copyOf(changes);
    }

    /** A weight or a cut. */
    public record Field(String name, String group, String label, String value) {}

    /** A change made on this page. */
    public record Change(int version, String by, String at, String reason, String weights) {}
}
