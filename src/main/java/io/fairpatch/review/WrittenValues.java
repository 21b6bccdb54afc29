package io.fairpatch.review;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.TerritoryFields;
import io.fairpatch.model.Tier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What goes into the fields that the write policy lets us write. */
final class WrittenValues {
    private static final String OWNER = "OwnerId";
    private static final int LONGEST_REASON = 255;
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,10})?";

    private final MappingConfig mapping;
    private final WritePolicyConfig policy;
    private final LocalDate effective;
    private final String commit;

    /** @param commit the text that names the proposal in the org, at most 40 characters */
    WrittenValues(MappingConfig mapping, WritePolicyConfig policy, LocalDate effective, String commit) {
        this.mapping = mapping;
        this.policy = policy;
        this.effective = effective;
        this.commit = commit;
    }

    /** What the fields we may write, and the owner, hold in the snapshot. */
    FieldValues now(Account account) {
        TerritoryFields fields = account.territory();
        var values = new TreeMap<String, @Nullable String>();
        put(values, "territory", fields.territory());
        put(values, "rep", id(fields.rep()));
        put(values, "assignedDate", fields.assignedDate() == null ? null : String.valueOf(fields.assignedDate()));
        put(values, "score", fields.score() == null ? null : decimal(fields.score()));
        put(values, "tier", fields.tier());
        put(values, "reason", fields.reason());
        put(values, "commit", fields.commit());
        values.put(OWNER, id(account.ownerId()));
        return new FieldValues(values);
    }

    /** All fields of an account that moves. */
    FieldValues ofMove(SalesforceId to, String territory, AccountScore score, String reason) {
        return ofMove(to, territory, score.score(), tier(score.tier()), reason);
    }

    FieldValues ofMove(SalesforceId to, String territory, double score, String tier, String reason) {
        var values = new TreeMap<String, @Nullable String>();
        put(values, "territory", territory);
        put(values, "rep", to.value());
        put(values, "assignedDate", effective.toString());
        put(values, "score", decimal(score));
        put(values, "tier", tier);
        put(values, "reason", clip(reason));
        put(values, "commit", commit);
        if (policy.ownerId()) {
            values.put(OWNER, to.value());
        }
        return new FieldValues(values);
    }

    /**
     * The fields of an account that stays that are missing or outdated; empty when none is. The reason is rewritten only
     * with another field: a reason given for an earlier move stays true while nothing else changes.
     */
    FieldValues ofStamp(Account account, SalesforceId rep, String territory, AccountScore score, String reason) {
        TerritoryFields fields = account.territory();
        var values = new TreeMap<String, @Nullable String>();
        putIf(!territory.equals(fields.territory()), values, "territory", territory);
        putIf(!rep.equals(fields.rep()), values, "rep", rep.value());
        putIf(fields.assignedDate() == null, values, "assignedDate", effective.toString());
        putIf(!sameScore(fields.score(), score.score()), values, "score", decimal(score.score()));
        putIf(!tier(score.tier()).equals(fields.tier()), values, "tier", tier(score.tier()));
        putIf(!values.isEmpty() || fields.reason() == null, values, "reason", clip(reason));
        putIf(!values.isEmpty(), values, "commit", commit);
        return new FieldValues(values);
    }

    /** The same for an account whose present values are known as fields of the org alone. */
    FieldValues ofStay(FieldValues now, SalesforceId rep, String territory, double score, String tier, String reason) {
        FieldValues wanted = ofMove(rep, territory, score, tier, reason);
        var values = new TreeMap<String, @Nullable String>();
        wanted.values().forEach((field, value) -> putIfOutdated(values, now, field, value));
        if (!values.isEmpty()) {
            List.of("reason", "commit").forEach(ours -> {
                String field = mapping.written().get(ours);
                if (field != null && wanted.values().containsKey(field)) {
                    values.put(field, wanted.get(field));
                }
            });
        }
        return new FieldValues(values);
    }

    private void putIfOutdated(
            TreeMap<String, @Nullable String> values, FieldValues now, String field, @Nullable String value) {
        String held = now.get(field);
        boolean once = Stream.of("assignedDate", "reason", "commit")
                .anyMatch(ours -> field.equals(mapping.written().get(ours)));
        boolean outdated = once ? held == null : !sameValue(held, value);
        boolean later = field.equals(OWNER) || field.equals(mapping.written().get("commit"));
        if (outdated && !later) {
            values.put(field, value);
        }
    }

    private static boolean sameValue(@Nullable String held, @Nullable String wanted) {
        if (held != null && wanted != null && held.matches(NUMBER) && wanted.matches(NUMBER)) {
            return new BigDecimal(held).compareTo(new BigDecimal(wanted)) == 0;
        }
        return Objects.equals(held, wanted);
    }

    static String tier(Tier tier) {
        return switch (tier) {
            case ONE -> "1";
            case TWO -> "2";
            case THREE -> "3";
        };
    }

    static String decimal(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** One line of at most 255 characters. */
    static String clip(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST_REASON) {
            return line;
        }
        int end = LONGEST_REASON - 3;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                        .stripTrailing() + "...";
    }

    private static boolean sameScore(@Nullable Double held, double wanted) {
        return held != null && BigDecimal.valueOf(held).compareTo(BigDecimal.valueOf(wanted)) == 0;
    }

    private void putIf(boolean wanted, TreeMap<String, @Nullable String> values, String ours, String value) {
        if (wanted) {
            put(values, ours, value);
        }
    }

    private void put(TreeMap<String, @Nullable String> values, String ours, @Nullable String value) {
        String field = mapping.written().get(ours);
        if (field != null && (policy.fields().contains(ours) || policy.fields().contains(field))) {
            values.put(field, value == null || value.isEmpty() ? null : value);
        }
    }

    private static @Nullable String id(@Nullable SalesforceId id) {
        return id == null ? null : id.value();
    }
}
