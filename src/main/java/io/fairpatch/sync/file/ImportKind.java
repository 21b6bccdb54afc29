package io.fairpatch.sync.file;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/** What a file can hold. */
public enum ImportKind {
    ACCOUNTS("accounts", "Account", List.of("id", "domain", "name"), Fields.ACCOUNT, false),
    OPPORTUNITIES("opportunities", "Account", List.of("accountId", "accountDomain", "accountName"), Fields.DEAL, false),
    CONTACTS("contacts", "Account", List.of("accountId", "accountDomain", "accountName"), Fields.PERSON, false),
    QUOTAS("quotas", "User", List.of("id", "email", "name"), Map.of("quota", ValueType.MONEY), false),
    REPS("reps", "User", List.of("id", "email", "name"), Fields.REP, false),
    /** Any field: what we know is used, the rest is kept and shown with the account. */
    SIGNALS("signals", "Account", List.of("id", "domain", "name"), Fields.ACCOUNT, true);

    private final String word;
    private final String object;
    private final List<String> keys;
    private final Map<String, ValueType> fields;
    private final boolean open;

    ImportKind(String word, String object, List<String> keys, Map<String, ValueType> fields, boolean open) {
        this.word = word;
        this.object = object;
        this.keys = keys;
        this.fields = fields;
        this.open = open;
    }

    /** As typed in a command. */
    public String word() {
        return word;
    }

    /** The object of the org that rows are about. */
    String object() {
        return object;
    }

    /** Fields that say which record a row is about, the surest first. */
    public List<String> keys() {
        return keys;
    }

    public Map<String, ValueType> fields() {
        return fields;
    }

    /** Whether fields that we do not know are kept too. */
    public boolean open() {
        return open;
    }

    /** Whether rows are records of their own; otherwise they are values of records that the org has. */
    boolean records() {
        return this == OPPORTUNITIES || this == CONTACTS;
    }

    private static final class Fields {
        static final Map<String, ValueType> ACCOUNT = Map.ofEntries(
                entry("type", ValueType.TEXT),
                entry("industry", ValueType.TEXT),
                entry("employees", ValueType.COUNT),
                entry("companyRevenue", ValueType.MONEY),
                entry("currentRevenue", ValueType.MONEY),
                entry("expansion", ValueType.MONEY),
                entry("country", ValueType.TEXT),
                entry("state", ValueType.TEXT),
                entry("city", ValueType.TEXT),
                entry("postalCode", ValueType.TEXT),
                entry("latitude", ValueType.LATITUDE),
                entry("longitude", ValueType.LONGITUDE),
                entry("intent", ValueType.SCORE),
                entry("headcountGrowth", ValueType.NUMBER),
                entry("namedAccount", ValueType.FLAG),
                entry("strategic", ValueType.FLAG),
                entry("churnRisk", ValueType.TEXT),
                entry("language", ValueType.TEXT),
                entry("compliance", ValueType.WORDS),
                entry("website", ValueType.TEXT),
                entry("techStack", ValueType.TEXT));
        static final Map<String, ValueType> DEAL = Map.of(
                "id", ValueType.TEXT,
                "name", ValueType.TEXT,
                "stage", ValueType.TEXT,
                "amount", ValueType.MONEY,
                "closeDate", ValueType.DATE,
                "createdDate", ValueType.DATE,
                "closed", ValueType.FLAG,
                "won", ValueType.FLAG,
                "leadSource", ValueType.TEXT,
                "ownerEmail", ValueType.TEXT);
        static final Map<String, ValueType> PERSON =
                Map.of("id", ValueType.TEXT, "name", ValueType.TEXT, "title", ValueType.TEXT);
        static final Map<String, ValueType> REP = Map.of(
                "role", ValueType.TEXT,
                "motion", ValueType.TEXT,
                "rampStage", ValueType.TEXT,
                "tenureStart", ValueType.DATE,
                "languages", ValueType.WORDS,
                "skills", ValueType.WORDS,
                "clearances", ValueType.WORDS,
                "homePostalCode", ValueType.TEXT,
                "country", ValueType.TEXT,
                "quota", ValueType.MONEY);

        private Fields() {}
    }
}
