package io.fairpatch.web.view;

/** A state in a word, an icon and a colour. */
public record StateBadge(String word, String icon, Tone tone) {
    /** How a state feels. */
    public enum Tone {
        NEUTRAL("fp-badge"),
        WAITING("fp-badge fp-badge_pending"),
        GOOD("fp-badge fp-badge_good"),
        BAD("fp-badge fp-badge_bad"),
        ACTIVE("fp-badge fp-badge_active");

        private final String cssClass;

        Tone(String cssClass) {
            this.cssClass = cssClass;
        }
    }

    public String cssClass() {
        return tone.cssClass;
    }
}
