package io.fairpatch.sync.file;

import io.fairpatch.store.DealState;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a stage says of a deal: as the org's own deals in that stage are, whatever language it is in, else by its words.
 *
 * @param known by stage in lower case
 */
record Stages(Map<String, DealState> known) {
    static final Stages NONE = new Stages(Map.of());

    /** "Wonderful" is not won. */
    private static final Pattern WON = Pattern.compile("(^|[^a-z])(closed)?won([^a-z]|$)");

    Stages {
        known = Map.copyOf(known);
    }

    /** Empty when neither the org nor its words tell: then it is taken as open. */
    Optional<DealState> of(String stage) {
        var plain = stage.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(known.get(plain)).or(() -> byWords(plain));
    }

    private static Optional<DealState> byWords(String stage) {
        if (WON.matcher(stage).find()) {
            return Optional.of(DealState.WON);
        }
        return stage.contains("lost") || stage.contains("closed") ? Optional.of(DealState.LOST) : Optional.empty();
    }
}
