package io.fairpatch.sandbox.org;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a lead into an account, a contact and, unless it is not wanted, an opportunity: all of it, or nothing. */
public final class LeadConversion {
    private static final String LEAD = "Lead";
    private static final Map<String, String> TO_ACCOUNT = Map.ofEntries(
            Map.entry("Company", "Name"),
            Map.entry("Street", "BillingStreet"),
            Map.entry("City", "BillingCity"),
            Map.entry("State", "BillingState"),
            Map.entry("PostalCode", "BillingPostalCode"),
            Map.entry("Country", "BillingCountry"),
            Map.entry("Phone", "Phone"),
            Map.entry("Website", "Website"),
            Map.entry("LeadSource", "AccountSource"),
            Map.entry("Industry", "Industry"),
            Map.entry("Rating", "Rating"),
            Map.entry("AnnualRevenue", "AnnualRevenue"),
            Map.entry("NumberOfEmployees", "NumberOfEmployees"));
    private static final Map<String, String> TO_CONTACT = Map.ofEntries(
            Map.entry("LastName", "LastName"),
            Map.entry("FirstName", "FirstName"),
            Map.entry("Salutation", "Salutation"),
            Map.entry("Title", "Title"),
            Map.entry("Street", "MailingStreet"),
            Map.entry("City", "MailingCity"),
            Map.entry("State", "MailingState"),
            Map.entry("PostalCode", "MailingPostalCode"),
            Map.entry("Country", "MailingCountry"),
            Map.entry("Phone", "Phone"),
            Map.entry("MobilePhone", "MobilePhone"),
            Map.entry("Email", "Email"),
            Map.entry("LeadSource", "LeadSource"),
            Map.entry("Description", "Description"));
    private static final Map<String, String> TO_OPPORTUNITY = Map.of("LeadSource", "LeadSource");

    private final Org org;
    private final RecordWriter writer;

    public LeadConversion(Org org, RecordWriter writer) {
        this.org = org;
        this.writer = writer;
    }

    /**
     * What a client asks for.
     *
     * @param accountId of an account that is there; null for a new one, as with the contact
     * @param opportunityName null for the company's
     * @param ownerId of what is made; null for the lead's owner
     */
    public record Request(
            String leadId,
            String convertedStatus,
            @Nullable String accountId,
            @Nullable String contactId,
            boolean withoutOpportunity,
            @Nullable String opportunityName,
            @Nullable String ownerId) {}

    /** Ids of what a lead became. */
    public record Converted(String accountId, String contactId, @Nullable String opportunityId) {}

    /** @throws RowException why nothing was made */
    public Converted convert(Request asked, WriteContext context) {
        return org.together(() -> make(asked, context), made -> true);
    }

    private Converted make(Request asked, WriteContext context) {
        var lead = open(asked, context);
        var owner = asked.ownerId() == null ? text(lead, "OwnerId") : asked.ownerId();
        var accountId = asked.accountId() == null
                ? insert("Account", copy(lead, TO_ACCOUNT, owner), context)
                : asked.accountId();
        var person = copy(lead, TO_CONTACT, owner);
        person.put("AccountId", accountId);
        var contactId = asked.contactId() == null ? insert("Contact", person, context) : asked.contactId();
        var dealId =
                asked.withoutOpportunity() ? null : insert("Opportunity", deal(asked, lead, owner, accountId), context);
        var made = new Converted(accountId, contactId, dealId);
        close(lead, made, new SideEffects(org, context.userId()));
        return made;
    }

    /** The lead, which takes the status of a converted one. */
    private Row open(Request asked, WriteContext context) {
        var effects = new SideEffects(org, context.userId());
        var converts = effects.is("LeadStatus", "IsConverted", true)
                .and(effects.is("LeadStatus", "MasterLabel", asked.convertedStatus()));
        if (org.table("LeadStatus").rows().stream().noneMatch(converts)) {
            throw new RowException("INVALID_STATUS", "invalid convertedStatus: " + asked.convertedStatus());
        }
        var table = org.table(LEAD);
        var converted = table.type().require("IsConverted");
        var lead = RecordIds.normalise(asked.leadId())
                .flatMap(table::find)
                .orElseThrow(() -> new RowException("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (Boolean.TRUE.equals(lead.get(converted))) {
            throw new RowException("CANNOT_UPDATE_CONVERTED_LEAD", "cannot reference converted lead");
        }
        written(writer.write(
                Write.update(table.type(), lead.id(), Map.of("Status", asked.convertedStatus())), context));
        return lead;
    }

    private Map<String, @Nullable String> copy(Row lead, Map<String, String> fields, String owner) {
        var values = new HashMap<String, @Nullable String>();
        fields.forEach((from, to) -> {
            var field = org.table(LEAD).type().require(from);
            values.put(to, Values.text(field, lead.get(field)));
        });
        values.put("OwnerId", owner);
        return values;
    }

    /** A deal that closes with the quarter and begins with the first stage. */
    private Map<String, @Nullable String> deal(Request asked, Row lead, String owner, String accountId) {
        var values = copy(lead, TO_OPPORTUNITY, owner);
        var stages = org.table("OpportunityStage");
        var start = today().with(IsoFields.DAY_OF_QUARTER, 1);
        values.put("Name", Objects.requireNonNullElse(asked.opportunityName(), text(lead, "Company") + "-"));
        values.put("AccountId", accountId);
        values.put("StageName", stages.rows().get(0).text(stages.type().require("MasterLabel")));
        values.put("CloseDate", start.plusMonths(3).minusDays(1).toString());
        return values;
    }

    /** Says in the lead what became of it; its activities go on with the contact. */
    private void close(Row lead, Converted made, SideEffects effects) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("IsConverted", true);
        values.put("ConvertedDate", Math.toIntExact(today().toEpochDay()));
        values.put("ConvertedAccountId", made.accountId());
        values.put("ConvertedContactId", made.contactId());
        values.put("ConvertedOpportunityId", made.opportunityId());
        var leads = org.table(LEAD);
        effects.set(leads, leads.find(lead.id()).orElseThrow(), values);
        for (var activity : new String[] {"Task", "Event"}) {
            var table = org.table(activity);
            var ofLead = table.having(table.type().require("WhoId"), lead.id());
            effects.set(table, ofLead, Map.of("WhoId", made.contactId()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(org.clock().instant(), ZoneOffset.UTC);
    }

    private String insert(String object, Map<String, @Nullable String> values, WriteContext context) {
        return written(writer.write(Write.insert(org.schema().require(object), values), context));
    }

    private static String written(Outcome outcome) {
        if (outcome.error() != null) {
            throw new RowException(outcome.error());
        }
        return String.valueOf(outcome.id());
    }

    private String text(Row lead, String name) {
        return lead.text(org.table(LEAD).type().require(name));
    }
}
