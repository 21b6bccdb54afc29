package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of the score, to be looked at and changed.
 *
 * @param fields in the order of the form
 * @param learned null until the model was judged, which takes seconds where there are many deals
 * @param mayChange whether this person may
 */
public record RulesPage(
        Shell shell,
        int version,
        int fileVersion,
        List<Field> fields,
        List<Change> changes,
        @Nullable Learned learned,
        boolean mayChange) {
    public RulesPage {
        fields = List.copyOf(fields);
        changes = List.copyOf(changes);
    }

    /**
     * The switch of the learned model.
     *
     * @param verdict whether it beats the rules, a part of a sentence
     * @param earned whether it may be switched on
     * @param last who turned the switch last, empty when nobody did
     */
    public record Learned(boolean on, boolean earned, String verdict, String last) {}

    /** A weight or a cut. */
    public record Field(String name, String group, String label, String value) {}

    /** A change made on this page. */
    public record Change(int version, String by, String at, String reason, String weights) {}
}
