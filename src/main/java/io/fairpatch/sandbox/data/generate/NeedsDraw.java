package io.fairpatch.sandbox.data.generate;

import java.util.List;
import java.util.Set;

/** What accounts ask of their rep: languages where they are spoken, clearances where the law asks for them. */
final class NeedsDraw {
    private static final Set<String> SPANISH = Set.of("TX", "CA", "FL", "AZ", "NM", "NV", "PR");
    private static final Set<String> FRENCH = Set.of("ME", "VT", "NH", "LA", "MA", "NY");

    private NeedsDraw() {}

    static Draft.Needs of(Dice dice, Industry industry, String state) {
        double at = dice.share();
        if (SPANISH.contains(state) && at < 0.07) {
            return new Draft.Needs("es", List.of());
        }
        if (FRENCH.contains(state) && at < 0.08) {
            return new Draft.Needs("fr", List.of());
        }
        return new Draft.Needs("", clearances(industry, dice.share()));
    }

    private static List<String> clearances(Industry industry, double at) {
        return switch (industry) {
            case HEALTHCARE -> at < 0.03 ? List.of("FedRAMP", "HIPAA") : at < 0.20 ? List.of("HIPAA") : List.of();
            case GOVERNMENT -> at < 0.25 ? List.of("FedRAMP") : List.of();
            default -> at < 0.004 ? List.of("FedRAMP") : List.of();
        };
    }
}
