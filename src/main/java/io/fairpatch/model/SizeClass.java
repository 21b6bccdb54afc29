package io.fairpatch.model;

/** How large a company is by its own revenue, for market sizing. Not to be confused with {@link ValueBand}. */
public enum SizeClass {
    ENTERPRISE("enterprise"),
    MID_MARKET("mid-market"),
    SMB("SMB"),
    UNKNOWN("unknown size");

    private final String words;

    SizeClass(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
