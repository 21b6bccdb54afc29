package io.fairpatch.doctor;

import io.fairpatch.error.Category;

/** What a check is about; decides the exit code when it fails. */
public enum Area {
    SIGN_IN("Sign-in", Category.ACCESS),
    RIGHTS("Rights of the integration user", Category.ACCESS),
    FIELDS("Fields", Category.INPUT),
    RULES("Rules of the org", Category.INPUT),
    LIMITS("Allocations and size", Category.INPUT),
    WRITING("Writing", Category.INPUT),
    SERVICE("This service", Category.INPUT);

    private final String words;
    private final Category category;

    Area(String words, Category category) {
        this.words = words;
        this.category = category;
    }

    public String words() {
        return words;
    }

    /** The category of a failure here. */
    public Category category() {
        return category;
    }
}
