package io.fairpatch.sync;

import static io.fairpatch.sync.Column.account;
import static io.fairpatch.sync.Column.derived;
import static io.fairpatch.sync.Column.fixed;
import static io.fairpatch.sync.Column.ifThere;
import static io.fairpatch.sync.Column.offered;
import static io.fairpatch.sync.Column.opportunity;
import static io.fairpatch.sync.Column.user;
import static io.fairpatch.sync.Column.written;

import io.fairpatch.store.SnapshotTable;
import java.util.List;

/** The objects of an org that are copied, columns in the order of their table. */
enum SyncedObject {
    ACCOUNT(
            "Account",
            "Reading accounts",
            SnapshotTable.ACCOUNT,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    account("name", "name", Kind.NAME).needed(),
                    account("owner_id", "ownerId", Kind.LOOKUP).needed(),
                    account("parent_id", "parentId", Kind.LOOKUP),
                    account("type", "type", Kind.TEXT),
                    account("industry", "industry", Kind.TEXT),
                    account("employees", "employees", Kind.COUNT),
                    account("company_revenue_cents", "companyRevenue", Kind.MONEY),
                    account("current_revenue_cents", "currentRevenue", Kind.MONEY),
                    account("expansion_cents", "expansion", Kind.MONEY),
                    account("country", "country", Kind.COUNTRY),
                    account("state", "state", Kind.TEXT),
                    account("city", "city", Kind.TEXT),
                    account("postal_code", "postalCode", Kind.TEXT),
                    account("latitude", "latitude", Kind.LATITUDE),
                    account("longitude", "longitude", Kind.LONGITUDE),
                    account("intent", "intent", Kind.NUMBER),
                    account("headcount_growth", "headcountGrowth", Kind.NUMBER),
                    account("named_account", "namedAccount", Kind.FLAG),
                    account("strategic", "strategic", Kind.FLAG),
                    account("churn_risk", "churnRisk", Kind.TEXT),
                    account("language", "language", Kind.TEXT),
                    account("compliance", "compliance", Kind.WORDS),
                    account("website", "website", Kind.TEXT),
                    account("record_type", "recordType", Kind.TEXT),
                    ifThere("person_account", "IsPersonAccount", Kind.FLAG),
                    account("tech_stack", "techStack", Kind.TEXT),
                    ifThere("currency", "CurrencyIsoCode", Kind.TEXT),
                    derived("original", Kind.ORIGINAL),
                    derived("time_zone", Kind.TIME_ZONE),
                    written("territory", "territory", Kind.TEXT),
                    written("territory_rep", "rep", Kind.LOOKUP),
                    written("territory_assigned_date", "assignedDate", Kind.DATE),
                    written("territory_score", "score", Kind.NUMBER),
                    written("territory_tier", "tier", Kind.TEXT),
                    written("territory_reason", "reason", Kind.TEXT),
                    written("territory_commit", "commit", Kind.TEXT),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    OPPORTUNITY(
            "Opportunity",
            "Reading opportunities",
            SnapshotTable.OPPORTUNITY,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    opportunity("account_id", "accountId", Kind.LOOKUP).needed(),
                    opportunity("owner_id", "ownerId", Kind.LOOKUP),
                    opportunity("name", "name", Kind.TEXT),
                    opportunity("record_type", "recordType", Kind.TEXT),
                    opportunity("lead_source", "leadSource", Kind.TEXT),
                    opportunity("stage", "stage", Kind.NEEDED_TEXT).needed(),
                    opportunity("amount_cents", "amount", Kind.MONEY).needed(),
                    opportunity("close_date", "closeDate", Kind.NEEDED_DATE).needed(),
                    opportunity("created_date", "createdDate", Kind.DATE),
                    opportunity("closed", "closed", Kind.FLAG).needed(),
                    opportunity("won", "won", Kind.FLAG).needed(),
                    ifThere("currency", "CurrencyIsoCode", Kind.TEXT),
                    derived("original", Kind.ORIGINAL),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    USER(
            "User",
            "Reading users",
            SnapshotTable.USER,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    user("name", "name", Kind.NAME).needed(),
                    user("email", "email", Kind.TEXT),
                    user("manager_id", "managerId", Kind.LOOKUP),
                    user("active", "active", Kind.FLAG).needed(),
                    user("user_type", "userType", Kind.TEXT),
                    user("role", "role", Kind.TEXT),
                    user("motion", "motion", Kind.TEXT),
                    user("ramp_stage", "rampStage", Kind.TEXT),
                    user("tenure_start", "tenureStart", Kind.DATE),
                    user("languages", "languages", Kind.WORDS),
                    user("clearances", "clearances", Kind.WORDS),
                    user("skills", "skills", Kind.WORDS),
                    user("home_postal_code", "homePostalCode", Kind.TEXT),
                    user("country", "country", Kind.TEXT),
                    user("latitude", "latitude", Kind.LATITUDE),
                    user("longitude", "longitude", Kind.LONGITUDE),
                    ifThere("time_zone", "TimeZoneSidKey", Kind.TEXT),
                    user("quota_cents", "quota", Kind.MONEY),
                    ifThere("currency", "CurrencyIsoCode", Kind.TEXT),
                    derived("original", Kind.ORIGINAL),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    CONTACT(
            "Contact",
            "Reading contacts",
            SnapshotTable.CONTACT,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    fixed("account_id", "AccountId", Kind.LOOKUP),
                    ifThere("name", "Name", Kind.TEXT),
                    ifThere("title", "Title", Kind.TEXT),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    CONTACT_ROLE(
            "OpportunityContactRole",
            "Reading who has a part in which opportunity",
            SnapshotTable.CONTACT_ROLE,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    fixed("opportunity_id", "OpportunityId", Kind.LOOKUP),
                    fixed("contact_id", "ContactId", Kind.LOOKUP),
                    ifThere("role", "Role", Kind.TEXT),
                    ifThere("is_primary", "IsPrimary", Kind.FLAG),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    TASK("Task", "Reading tasks", SnapshotTable.TASK, activity()),
    EVENT("Event", "Reading events", SnapshotTable.EVENT, activity()),
    FORECAST_QUOTA(
            "ForecastingQuota",
            "Reading quotas",
            SnapshotTable.FORECAST_QUOTA,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    fixed("owner_id", "QuotaOwnerId", Kind.LOOKUP),
                    fixed("amount_cents", "QuotaAmount", Kind.MONEY),
                    fixed("start_date", "StartDate", Kind.DATE),
                    ifThere("currency", "CurrencyIsoCode", Kind.TEXT),
                    derived("original", Kind.ORIGINAL),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    TERRITORY_ASSOCIATION(
            "ObjectTerritory2Association",
            "Reading territory associations",
            SnapshotTable.TERRITORY_ASSOCIATION,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    fixed("account_id", "ObjectId", Kind.LOOKUP),
                    fixed("territory_id", "Territory2Id", Kind.LOOKUP),
                    ifThere("cause", "AssociationCause", Kind.TEXT),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    PRODUCT(
            "Product2",
            "Reading products",
            SnapshotTable.PRODUCT,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    fixed("name", "Name", Kind.NAME),
                    ifThere("code", "ProductCode", Kind.TEXT),
                    ifThere("family", "Family", Kind.TEXT),
                    ifThere("active", "IsActive", Kind.FLAG),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT))),
    LINE_ITEM(
            "OpportunityLineItem",
            "Reading what was sold in which opportunity",
            SnapshotTable.LINE_ITEM,
            List.of(
                    fixed("id", "Id", Kind.ID),
                    fixed("opportunity_id", "OpportunityId", Kind.LOOKUP),
                    ifThere("product_id", "Product2Id", Kind.LOOKUP),
                    ifThere("quantity", "Quantity", Kind.NUMBER),
                    ifThere("total_cents", "TotalPrice", Kind.MONEY),
                    ifThere("currency", "CurrencyIsoCode", Kind.TEXT),
                    derived("original", Kind.ORIGINAL),
                    fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT)));

    private final String object;
    private final String sentence;
    private final SnapshotTable table;
    private final List<Column> columns;

    SyncedObject(String object, String sentence, SnapshotTable table, List<Column> columns) {
        this.object = object;
        this.sentence = sentence;
        this.table = table;
        this.columns = columns;
        if (!columns.stream().map(Column::column).toList().equals(table.columns())) {
            throw new IllegalStateException("The columns of " + object + " differ from those of its table");
        }
    }

    private static List<Column> activity() {
        return List.of(
                fixed("id", "Id", Kind.ID),
                offered("account_id", "AccountId", Kind.LOOKUP),
                offered("what_id", "WhatId", Kind.LOOKUP),
                fixed("on_date", "ActivityDate", Kind.DATE),
                fixed("system_modstamp", "SystemModstamp", Kind.NEEDED_MOMENT));
    }

    /** API name. */
    String object() {
        return object;
    }

    /** What a person reads while it goes on. */
    String sentence() {
        return sentence;
    }

    SnapshotTable table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    /** Whether a sync goes on without it. */
    boolean optional() {
        return switch (this) {
            case ACCOUNT, OPPORTUNITY, USER -> false;
            case CONTACT, CONTACT_ROLE, TASK, EVENT, FORECAST_QUOTA, TERRITORY_ASSOCIATION, PRODUCT, LINE_ITEM -> true;
        };
    }

    /** Whether most orgs lack it, so that its absence is nothing to report. */
    boolean rare() {
        return switch (this) {
            case CONTACT_ROLE, FORECAST_QUOTA, TERRITORY_ASSOCIATION, PRODUCT, LINE_ITEM -> true;
            case ACCOUNT, OPPORTUNITY, USER, CONTACT, TASK, EVENT -> false;
        };
    }

    /** Deleted associations can be seen for 12 hours only, so all of them are read each time. */
    boolean alwaysInFull() {
        return this == TERRITORY_ASSOCIATION;
    }
}
