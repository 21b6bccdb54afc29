package io.fairpatch.doctor;

import io.fairpatch.config.Edge;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether shares in the settings were written as percents: 9 for 9 % is valid, and means 900 %. */
final class ShareChecks {
    /** Signs that watch a share; the others count accounts or days. */
    private static final List<String> SHARES = List.of("spread", "lightBook", "surge", "result", "attainment");
    /** A share over this is hardly meant: as a band it lets a book be anything from nothing to three times its target. */
    private static final double MOST = 2;

    private ShareChecks() {}

    static List<Check> all() {
        return List.of(Check.ofHouse(
                "shares",
                Area.SERVICE,
                "Shares in the settings",
                "planning.yml, bands; calendar.yml, triggers",
                ShareChecks::shares));
    }

    private static Verdict shares(Examination it) {
        var large = new ArrayList<String>();
        new TreeMap<>(it.config().planning().bands()).forEach((name, share) -> add(large, "bands." + name, share));
        var edges = it.config().calendar().triggers();
        SHARES.forEach(name -> add(large, edges == null ? Map.of() : edges, name));
        return large.isEmpty()
                ? Verdict.pass("Bands and edges are shares, as 0.09 for 9 %.")
                : Verdict.warn(
                        "A share is far over 1: " + String.join(", ", large) + ".",
                        "Such a band holds no plan back, and such an edge fires never or always.",
                        "If percent was meant, divide it by 100: 0.09 is 9 %.");
    }

    private static void add(List<String> large, Map<String, Edge> edges, String name) {
        var edge = edges.get(name);
        if (edge != null) {
            add(large, "triggers." + name, edge.value());
        }
    }

    private static void add(List<String> large, String name, double share) {
        if (share > MOST) {
            large.add(name + " is "
                    + BigDecimal.valueOf(share).stripTrailingZeros().toPlainString());
        }
    }
}
