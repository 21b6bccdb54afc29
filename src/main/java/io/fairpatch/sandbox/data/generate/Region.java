package io.fairpatch.sandbox.data.generate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four regions of the US Census Bureau; Puerto Rico counts as South. */
enum Region {
    NORTHEAST("CT ME MA NH RI VT NJ NY PA", 1.10),
    MIDWEST("IL IN MI OH WI IA KS MN MO NE ND SD", 0.85),
    SOUTH("DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX PR", 0.95),
    WEST("AZ CO ID MT NV NM UT WY AK CA HI OR WA", 1.20);

    private static final Map<String, Region> BY_STATE = byState();

    private final String states;
    final double winFactor;

    Region(String states, double winFactor) {
        this.states = states;
        this.winFactor = winFactor;
    }

    static Region ofState(String state) {
        return BY_STATE.getOrDefault(state, SOUTH);
    }

    private static Map<String, Region> byState() {
        var regions = new HashMap<String, Region>();
        for (Region region : values()) {
            for (String state : List.of(region.states.split(" ", -1))) {
                regions.put(state, region);
            }
        }
        return regions;
    }
}
