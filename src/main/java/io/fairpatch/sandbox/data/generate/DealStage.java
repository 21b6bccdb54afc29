package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.List;
import java.util.stream.Stream;

/** The stages of a deal, as Salesforce delivers them. */
enum DealStage {
    PROSPECTING("Prospecting", 10, "Pipeline"),
    QUALIFICATION("Qualification", 10, "Pipeline"),
    NEEDS_ANALYSIS("Needs Analysis", 20, "Pipeline"),
    PROPOSAL("Proposal/Price Quote", 75, "Best Case"),
    NEGOTIATION("Negotiation/Review", 90, "Commit"),
    WON("Closed Won", 100, "Closed"),
    LOST("Closed Lost", 0, "Omitted");

    private static final List<DealStage> OPEN =
            Stream.of(values()).filter(stage -> !stage.closed()).toList();

    final String label;
    final int probability;
    final String forecast;

    DealStage(String label, int probability, String forecast) {
        this.label = label;
        this.probability = probability;
        this.forecast = forecast;
    }

    boolean closed() {
        return this == WON || this == LOST;
    }

    private int position() {
        return List.of(values()).indexOf(this) + 1;
    }

    static DealStage drawOpen(Dice dice) {
        return dice.pick(OPEN);
    }

    static OrgTable table() {
        return new Columns<DealStage>("OpportunityStage")
                .add("Id", stage -> "STA-" + stage.position())
                .add("MasterLabel", stage -> stage.label)
                .add("ApiName", stage -> stage.label)
                .add("IsActive", stage -> true)
                .add("SortOrder", DealStage::position)
                .add("IsClosed", DealStage::closed)
                .add("IsWon", stage -> stage == WON)
                .add("DefaultProbability", stage -> stage.probability)
                .add("ForecastCategoryName", stage -> stage.forecast)
                .table(() -> Stream.of(values()));
    }
}
