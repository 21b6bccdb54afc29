package io.fairpatch.sandbox.data.csv;

import java.util.Set;

/** Reads folders as an org with few objects and fields would. */
final class TestOrg {
    private static final Set<String> OBJECTS = Set.of("Account", "User", "Opportunity", "Contact");
    private static final Set<String> FIELDS = Set.of(
            "Id",
            "Name",
            "LastName",
            "Username",
            "Email",
            "Industry",
            "OwnerId",
            "AccountId",
            "ParentId",
            "ManagerId",
            "IsActive",
            "NumberOfEmployees",
            "AnnualRevenue",
            "Amount",
            "CloseDate",
            "StageName",
            "IsWon",
            "IsClosed",
            "BillingStreet",
            "BillingCity",
            "BillingState",
            "BillingPostalCode",
            "BillingCountry",
            "BillingLatitude",
            "BillingLongitude",
            "Website",
            "FirstName",
            "CreatedDate",
            "Title",
            "LeadSource",
            "Phone",
            "Description");

    private TestOrg() {}

    static CsvOrg reader() {
        return new CsvOrg((object, field) -> FIELDS.contains(field), OBJECTS::contains);
    }
}
