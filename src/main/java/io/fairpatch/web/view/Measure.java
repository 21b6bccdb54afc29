package io.fairpatch.web.view;

import java.util.Locale;

/** What the picture of the books is drawn by. */
public enum Measure {
    POTENTIAL("Potential over target", "share of target"),
    WORKLOAD("Workload, hours a year", "hours"),
    ACCOUNTS("Accounts", "accounts"),
    TIER1("Tier 1 accounts", "accounts of tier 1");

    private final String title;
    private final String unit;

    Measure(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    public String title() {
        return title;
    }

    public String unit() {
        return unit;
    }

    /** As it stands in an address. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value of this measure as people read it. */
    public String show(double value) {
        return this == POTENTIAL ? Show.percent(value) : Show.count(Math.round(value));
    }
}
