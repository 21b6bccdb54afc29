package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Place;
import java.time.LocalDate;
import java.util.List;

/**
 * A user who sells, or did.
 *
 * @param number position among the sellers, the active ones first and these from west to east
 * @param shareOfBook how much of a fair book this seller holds now, before chance
 */
record Seller(
        int number,
        String id,
        PersonName name,
        boolean active,
        String managerId,
        SalesRole role,
        Stage stage,
        List<String> languages,
        List<String> clearances,
        Place home,
        LocalDate tenureStart,
        double shareOfBook) {

    boolean speaks(String language) {
        return language.isEmpty() || languages.contains(language);
    }

    boolean clearedFor(List<String> classes) {
        return clearances.containsAll(classes);
    }

    /** Ramp stages; the share is of the book of a ramped rep. */
    enum Stage {
        NEW("New", 0.10),
        RAMPING("Ramping", 0.20),
        RAMPED("Ramped", 1),
        SENIOR("Senior", 1);

        final String label;
        final double share;

        Stage(String label, double share) {
            this.label = label;
            this.share = share;
        }

        boolean ramping() {
            return this == NEW || this == RAMPING;
        }
    }

    /** Roles, with how much they are drawn to the accounts of each segment. */
    enum SalesRole {
        ENTERPRISE("Enterprise AE", 2.5, 0.8, 0.25),
        MID_MARKET("Mid-Market AE", 1.0, 1.4, 0.8),
        SMB("SMB AE", 0.7, 1.0, 1.4);

        final String label;
        private final double toEnterprise;
        private final double toMidMarket;
        private final double toSmb;

        SalesRole(String label, double toEnterprise, double toMidMarket, double toSmb) {
            this.label = label;
            this.toEnterprise = toEnterprise;
            this.toMidMarket = toMidMarket;
            this.toSmb = toSmb;
        }

        double draw(Segment segment) {
            return switch (segment) {
                case ENTERPRISE -> toEnterprise;
                case MID_MARKET -> toMidMarket;
                case SMB -> toSmb;
            };
        }
    }
}
