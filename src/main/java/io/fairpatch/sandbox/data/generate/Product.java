package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.List;
import java.util.stream.Stream;

/** What the company of the demo sells; list prices in dollars. */
enum Product {
    PLATFORM("Core Platform", "CORE", "Software", 24_000, 0.55),
    ANALYTICS("Analytics", "ANLT", "Software", 9_000, 0.25),
    MOBILE("Mobile", "MOBL", "Software", 6_000, 0.15),
    INTEGRATIONS("Integrations", "INTG", "Subscription", 7_500, 0.2),
    SUPPORT("Premium Support", "SUPP", "Services", 4_800, 0.3),
    ONBOARDING("Onboarding", "ONBD", "Services", 3_500, 0.2),
    TERMINAL("Terminal", "TERM", "Hardware", 1_200, 0.12);

    private static final String STANDARD_BOOK = "PBK-STANDARD";
    private static final double[] CUMULATIVE = Market.cumulative(values(), product -> product.popularity);

    private final String label;
    private final String code;
    private final String family;
    final int listPrice;
    private final double popularity;

    Product(String label, String code, String family, int listPrice, double popularity) {
        this.label = label;
        this.code = code;
        this.family = family;
        this.listPrice = listPrice;
        this.popularity = popularity;
    }

    static Product draw(Dice dice) {
        return values()[dice.index(CUMULATIVE)];
    }

    String id() {
        return "PRD-" + code;
    }

    String entryId() {
        return "PBE-" + code;
    }

    static List<OrgTable> tables() {
        return List.of(products(), books(), entries());
    }

    private static OrgTable products() {
        return new Columns<Product>("Product2")
                .add("Id", Product::id)
                .add("Name", product -> product.label)
                .add("ProductCode", product -> product.code)
                .add("Family", product -> product.family)
                .add("IsActive", product -> true)
                .table(() -> Stream.of(values()));
    }

    private static OrgTable books() {
        return new Columns<String>("Pricebook2")
                .add("Id", name -> STANDARD_BOOK)
                .add("Name", name -> name)
                .add("IsActive", name -> true)
                .add("IsStandard", name -> true)
                .table(() -> Stream.of("Standard Price Book"));
    }

    private static OrgTable entries() {
        return new Columns<Product>("PricebookEntry")
                .add("Id", Product::entryId)
                .add("Pricebook2Id", product -> STANDARD_BOOK)
                .add("Product2Id", Product::id)
                .add("Name", product -> product.label)
                .add("UnitPrice", product -> product.listPrice)
                .add("IsActive", product -> true)
                .table(() -> Stream.of(values()));
    }
}
