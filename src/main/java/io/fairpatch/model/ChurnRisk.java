package io.fairpatch.model;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How likely a customer is to leave. */
public enum ChurnRisk {
    LOW,
    MEDIUM,
    HIGH;

    /** Reads the org's own word in any letter case; empty when it is none of ours. */
    public static Optional<ChurnRisk> of(@Nullable String text) {
        for (ChurnRisk risk : values()) {
            if (text != null && risk.name().equalsIgnoreCase(text.strip())) {
                return Optional.of(risk);
            }
        }
        return Optional.empty();
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }
}
