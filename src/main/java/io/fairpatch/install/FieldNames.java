package io.fairpatch.install;

import java.util.Map;

/** The names of the seven fields: as we ship them, and as mapping.yml renames them. */
final class FieldNames {
    private static final Map<String, String> SHIPPED = Map.of(
            "territory", "Territory__c",
            "rep", "Territory_Rep__c",
            "assignedDate", "Territory_Assigned_Date__c",
            "score", "Territory_Score__c",
            "tier", "Territory_Tier__c",
            "reason", "Territory_Reason__c",
            "commit", "Territory_Commit__c");

    private final Map<String, String> written;

    /** @param written our name to API name, as in mapping.yml */
    FieldNames(Map<String, String> written) {
        this.written = Map.copyOf(written);
    }

    /** A shipped API name as it is called in this org. */
    String here(String shipped) {
        return SHIPPED.entrySet().stream()
                .filter(entry -> entry.getValue().equals(shipped))
                .findFirst()
                .map(entry -> written.getOrDefault(entry.getKey(), shipped))
                .orElse(shipped);
    }

    /** The code of the card with this org's names. */
    String inCode(String code) {
        var renamed = code;
        for (var shipped : SHIPPED.values()) {
            renamed = renamed.replace("schema/Account." + shipped + "'", "schema/Account." + here(shipped) + "'");
            var relation = shipped.replace("__c", "__r");
            renamed = renamed.replace(
                    "schema/Account." + relation + ".",
                    "schema/Account." + here(shipped).replace("__c", "__r") + ".");
        }
        return renamed;
    }
}
