package io.fairpatch.model;

/** What an account spends with us a year; a prospect's band is by its potential. Not to be confused with {@link SizeClass}. */
public enum ValueBand {
    ENTERPRISE("enterprise"),
    MID_MARKET("mid-market"),
    SMB("SMB");

    private final String words;

    ValueBand(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
