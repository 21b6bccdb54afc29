package io.fairpatch.sandbox.org;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The org's rules that refuse records, and objects that some APIs do not take. Thread-safe. */
public final class Rules {
    private final List<ValidationRule> validations = new CopyOnWriteArrayList<>();
    private final List<MatchingRule> matchings = new CopyOnWriteArrayList<>();
    private final Set<String> notInBulk = ConcurrentHashMap.newKeySet();
    private volatile boolean deletesBlocked;

    /** Sets a rule; returns what takes it away. */
    public Runnable add(ValidationRule rule) {
        validations.add(rule);
        return () -> validations.remove(rule);
    }

    /** Sets a rule; returns what takes it away. */
    public Runnable add(MatchingRule rule) {
        matchings.add(rule);
        return () -> matchings.remove(rule);
    }

    /** Makes bulk jobs refuse an object; returns what undoes it. */
    public Runnable keepOutOfBulk(String object) {
        notInBulk.add(object);
        return () -> notInBulk.remove(object);
    }

    public boolean bulkTakes(String object) {
        return !notInBulk.contains(object);
    }

    /** Makes the org refuse to delete records that others need; returns what undoes it. */
    public Runnable blockDeletes() {
        deletesBlocked = true;
        return () -> deletesBlocked = false;
    }

    boolean deletesBlocked() {
        return deletesBlocked;
    }

    void check(Change change, WriteContext context) {
        for (var rule : matchings) {
            boolean saves = !rule.blocks() && context.allowDuplicates();
            if (!saves && rule.duplicate(change).isPresent()) {
                throw new RowException("DUPLICATES_DETECTED", "Use one of these records?");
            }
        }
        for (var rule : validations) {
            if (rule.refuses(change)) {
                throw new RowException("FIELD_CUSTOM_VALIDATION_EXCEPTION", rule.message(), rule.field());
            }
        }
    }
}
