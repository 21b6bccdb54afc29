package io.fairpatch.model;

/** How fast an account grows: its staff, else what it buys from us. */
public enum GrowthBand {
    HIGH("high growth"),
    STEADY("steady"),
    LOW("low growth");

    private final String words;

    GrowthBand(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
