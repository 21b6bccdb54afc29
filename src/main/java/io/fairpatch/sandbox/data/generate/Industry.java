package io.fairpatch.sandbox.data.generate;

import java.util.List;

/** Industries as Salesforce's picklist names them, with how often they occur and how often we win there. */
enum Industry {
    TECHNOLOGY("Technology", 0.17, 0.30, "Software Systems Data Cloud Robotics Networks Labs Semiconductor"),
    BANKING("Banking", 0.09, 0.26, "Bank Capital Trust Savings Credit Lending"),
    INSURANCE("Insurance", 0.08, 0.24, "Insurance Mutual Assurance Underwriters Benefits"),
    HEALTHCARE("Healthcare", 0.13, 0.28, "Health Medical Dental Clinics Diagnostics Hospice Imaging"),
    MANUFACTURING("Manufacturing", 0.16, 0.22, "Manufacturing Tooling Plastics Castings Metals Machining Packaging"),
    RETAIL("Retail", 0.12, 0.18, "Outfitters Market Home Grocers Apparel Hardware Supply"),
    EDUCATION("Education", 0.07, 0.20, "Academy College Learning Schools Institute"),
    ENERGY("Energy", 0.06, 0.21, "Energy Power Solar Petroleum Grid"),
    GOVERNMENT("Government", 0.05, 0.16, "Water District|Port Authority|Transit Agency|Housing Authority|Public Works"),
    TRANSPORTATION("Transportation", 0.07, 0.19, "Freight Logistics Trucking Rail Airways Shipping");

    private static final double[] CUMULATIVE = Market.cumulative(values(), industry -> industry.share);

    final String label;
    final double share;
    final double winRate;
    private final String words;

    Industry(String label, double share, double winRate, String words) {
        this.label = label;
        this.share = share;
        this.winRate = winRate;
        this.words = words;
    }

    /** A word that its companies bear in their names. */
    String word(Dice dice) {
        return dice.pick(List.of(words.split(words.contains("|") ? "\\|" : " ", -1)));
    }

    static Industry draw(Dice dice) {
        return values()[dice.index(CUMULATIVE)];
    }
}
