package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.CustomField;
import java.util.List;

/** The custom fields of the demo org. */
final class DemoFields {
    private static final int MULTIPICKLIST_LENGTH = 4099;

    private DemoFields() {}

    static List<CustomField> all() {
        return List.of(
                field("Account", "Annual_Spend__c", "Annual Spend", "currency", 0),
                field("Account", "Expansion_Potential__c", "Expansion Potential", "currency", 0),
                field("Account", "Intent_Score__c", "Intent Score", "double", 0),
                field("Account", "Headcount_Growth__c", "Headcount Growth", "double", 0),
                field("Account", "Named_Account__c", "Named Account", "boolean", 0),
                field("Account", "Strategic__c", "Strategic", "boolean", 0),
                field("Account", "Churn_Risk__c", "Churn Risk", "picklist", 255),
                field("Account", "Tech_Stack__c", "Tech Stack", "picklist", 255),
                field("Account", "Language__c", "Language", "picklist", 255),
                field("Account", "Compliance__c", "Compliance", "multipicklist", MULTIPICKLIST_LENGTH),
                field("User", "Home_Postal_Code__c", "Home Postal Code", "string", 20),
                field("User", "Sales_Role__c", "Sales Role", "picklist", 255),
                field("User", "Ramp_Stage__c", "Ramp Stage", "picklist", 255),
                field("User", "Languages__c", "Languages", "multipicklist", MULTIPICKLIST_LENGTH),
                field("User", "Clearances__c", "Clearances", "multipicklist", MULTIPICKLIST_LENGTH),
                field("User", "Tenure_Start__c", "Tenure Start", "date", 0),
                field("User", "Quota__c", "Quota", "currency", 0));
    }

    private static CustomField field(String object, String name, String label, String type, int length) {
        return new CustomField(object, name, label, type, length, null);
    }
}
