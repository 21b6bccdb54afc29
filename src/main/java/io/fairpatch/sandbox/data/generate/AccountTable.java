package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Accounts as rows. */
final class AccountTable {
    private static final List<String> STREETS =
            List.of("Main", "Oak", "Maple", "Market", "Park", "Mill", "Church", "Lake", "Washington", "Commerce");
    private static final List<String> KINDS = List.of("Street", "Avenue", "Road", "Boulevard", "Drive");
    private static final List<String> TEXTS = List.of(
            "Asked for a quote \"by Friday\", then went quiet.\nCall again, maybe in spring.",
            "Two sites, one buyer;\nprefers e-mail, not calls.\n\n\"No surprises\" says the CFO.",
            "Line one, with comma\nLine two with \"quotes\"\nLine three: naïve café, 100 %");

    /** Yearly growth of staff from which on a company counts as surging. */
    private static final double SURGE = 0.4;

    private AccountTable() {}

    static OrgTable of(World world) {
        var columns = new Columns<Row>("Account");
        company(columns);
        address(columns);
        custom(columns);
        return columns.table(() -> world.accounts().map(draft -> Row.draw(world, draft)));
    }

    /** Whether its row says that its staff grew by {@value #SURGE} or more. */
    static boolean surges(World world, Draft draft) {
        String growth = Row.draw(world, draft).growth;
        return growth != null && Double.parseDouble(growth) >= SURGE;
    }

    private static void company(Columns<Row> columns) {
        columns.add("Id", row -> row.draft.id())
                .add("Name", row -> row.draft.name())
                .add(
                        "OwnerId",
                        row -> row.draft.owner() == null
                                ? null
                                : row.draft.owner().id())
                .add("ParentId", row -> row.draft.parent() == null ? null : Draft.id(row.draft.parent()))
                .add("Type", row -> row.draft.profile().customer() ? "Customer - Direct" : "Prospect")
                .add("Industry", AccountTable::industry)
                .add("NumberOfEmployees", row -> row.draft.profile().employees())
                .add("AnnualRevenue", row -> row.draft.profile().revenue())
                .add("Phone", row -> row.phone)
                .add("Website", AccountTable::website)
                .add("Description", row -> row.description)
                .add("CreatedDate", row -> row.created + "T09:00:00.000Z")
                .add("LastActivityDate", row -> row.draft.lastTouch());
    }

    private static void address(Columns<Row> columns) {
        columns.add("BillingStreet", row -> row.street)
                .add("BillingCity", row -> row.draft.place().name())
                .add("BillingState", row -> row.draft.place().state())
                .add(
                        "BillingPostalCode",
                        row -> row.located() ? row.draft.place().postalCode() : null)
                .add("BillingCountry", row -> "United States")
                .add("BillingLatitude", row -> row.mapped() ? row.draft.place().latitude() : null)
                .add("BillingLongitude", row -> row.mapped() ? row.draft.place().longitude() : null);
    }

    private static void custom(Columns<Row> columns) {
        columns.add("Annual_Spend__c", row -> row.draft.profile().spend())
                .add("Expansion_Potential__c", row -> row.draft.profile().expansion())
                .add("Intent_Score__c", row -> row.intent)
                .add("Headcount_Growth__c", row -> row.growth)
                .add("Named_Account__c", row -> row.draft.named())
                .add("Strategic__c", row -> row.strategic)
                .add("Churn_Risk__c", row -> row.churnRisk)
                .add("Tech_Stack__c", row -> row.techStack)
                .add("Language__c", row -> row.draft.needs().language())
                .add("Compliance__c", row -> String.join(";", row.draft.needs().clearances()));
    }

    private static @Nullable String industry(Row row) {
        return row.draft.has(Fault.NO_INDUSTRY) ? null : row.draft.profile().industry().label;
    }

    private static @Nullable String website(Row row) {
        int company = row.draft.original() == null ? row.draft.number() : row.draft.original();
        String name = row.draft.original() == null ? Slug.of(row.draft.name()) : "";
        return row.hasWebsite ? "https://www." + (name.isEmpty() ? "c" : name) + company + ".example" : null;
    }

    /** A draft with what only its own row needs. */
    private record Row(
            Draft draft,
            String street,
            String phone,
            boolean hasWebsite,
            boolean hasCoordinates,
            @Nullable String description,
            LocalDate created,
            @Nullable Integer intent,
            @Nullable String growth,
            boolean strategic,
            @Nullable String churnRisk,
            @Nullable String techStack) {

        static Row draw(World world, Draft draft) {
            Dice dice = Dice.of(world.config().seed(), "account", draft.number());
            LocalDate today = world.config().today();
            boolean customer = draft.profile().customer();
            double rise = Math.max(-0.4, Math.min(1.5, dice.normal(0.08, 0.18)));
            return new Row(
                    draft,
                    street(dice),
                    "(%03d) 555-01%02d".formatted(dice.between(201, 989), dice.between(0, 99)),
                    dice.chance(0.85),
                    dice.chance(0.85),
                    draft.has(Fault.MULTILINE_TEXT) ? dice.pick(TEXTS) : null,
                    today.minusDays(dice.between(910, 2_600)),
                    dice.chance(0.3) ? null : (Integer) (int) Math.min(100, dice.logNormal(34, 0.55)),
                    dice.chance(0.1) ? null : String.format(Locale.ROOT, "%.3f", rise),
                    dice.chance(draft.profile().segment() == Segment.ENTERPRISE ? 0.12 : 0.02),
                    customer ? risk(dice.share()) : null,
                    TechStack.draw(world, draft));
        }

        boolean located() {
            return !draft.has(Fault.NO_POSTAL_CODE);
        }

        boolean mapped() {
            return located() && hasCoordinates;
        }

        private static String street(Dice dice) {
            String street = dice.between(1, 9_900) + " " + dice.pick(STREETS) + ' ' + dice.pick(KINDS);
            return dice.chance(0.1) ? street + "\nSuite " + dice.between(100, 999) : street;
        }

        private static String risk(double at) {
            return at < 0.60 ? "Low" : at < 0.88 ? "Medium" : "High";
        }
    }
}
