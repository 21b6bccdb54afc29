package io.fairpatch.insight.land;

import io.fairpatch.config.ScoringConfig;
import io.fairpatch.config.ScoringConfig.CustomerWeights;
import io.fairpatch.config.ScoringConfig.ProspectWeights;
import io.fairpatch.config.ScoringConfig.TierCuts;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The scoring rules in force: {@code scoring.yml}, or a change of its weights made on the page, whichever has the higher
 * version. Changes are kept and logged. Thread-safe.
 */
@Singleton
public class ScoringModels {
    private final Jdbi jdbi;
    private final ScoringConfig file;
    private final AuditLog audit;
    private final Clock clock;

    public ScoringModels(Jdbi jdbi, ScoringConfig file, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.file = file;
        this.audit = audit;
        this.clock = clock;
    }

    /** What people may change on the page. */
    public record Weights(ProspectWeights prospect, CustomerWeights customer, TierCuts tiers) {
        public static Weights of(ScoringConfig config) {
            return new Weights(config.prospect(), config.customer(), config.tiers());
        }

        /** All of them by name, in the order in which they are shown. */
        public Map<String, Double> named() {
            var named = new LinkedHashMap<String, Double>();
            named.put("fit", prospect.fit());
            named.put("intent", prospect.intent());
            named.put("relationship", prospect.relationship());
            named.put("expansion", customer.expansion());
            named.put("growth", customer.growth());
            named.put("strategic", customer.strategic());
            named.put("revenue", customer.revenue());
            named.put("one", tiers.one());
            named.put("two", tiers.two());
            return named;
        }

        /**
         * These with some replaced, by the names of {@link #named}.
         *
         * @throws io.fairpatch.error.FairpatchException SCORING_WEIGHTS when there is no such weight, or they don't add up
         */
        public Weights with(Map<String, Double> changes) {
            var all = named();
            changes.forEach((name, value) -> {
                if (all.replace(name, value) == null) {
                    throw refused("There is no weight " + name, "name one of " + String.join(", ", all.keySet()));
                }
            });
            try {
                return new Weights(
                        new ProspectWeights(at(all, "fit"), at(all, "intent"), at(all, "relationship")),
                        new CustomerWeights(
                                at(all, "expansion"), at(all, "growth"), at(all, "strategic"), at(all, "revenue")),
                        new TierCuts(at(all, "one"), at(all, "two")));
            } catch (IllegalArgumentException wrong) {
                throw refused(String.valueOf(wrong.getMessage()), "mend it; nothing was changed");
            }
        }

        private static double at(Map<String, Double> all, String name) {
            return Objects.requireNonNull(all.get(name));
        }

        private static RuntimeException refused(String what, String remedy) {
            return Problem.of(ErrorCode.SCORING_WEIGHTS, what)
                    .at("weights")
                    .maybe(remedy)
                    .exception();
        }
    }

    /** A change. */
    public record Change(int version, Weights weights, String by, Instant at, String reason) {}

    /** The rules in force. */
    public ScoringConfig current(SalesforceId org) {
        return jdbi.withHandle(handle -> current(handle, org));
    }

    private ScoringConfig current(Handle handle, SalesforceId org) {
        return changes(handle, org).stream()
                .findFirst()
                .filter(change -> change.version() > file.version())
                .map(change -> file.with(
                        change.version(),
                        change.weights().prospect(),
                        change.weights().customer(),
                        change.weights().tiers()))
                .orElse(file);
    }

    /** Changes made on the page, newest first. */
    public List<Change> changes(SalesforceId org) {
        return jdbi.withHandle(handle -> changes(handle, org));
    }

    /**
     * Puts other weights in force for scorings to come; scores already kept stay as they are.
     *
     * @param expected version the change was made on
     * @throws io.fairpatch.error.FairpatchException SCORING_CHANGED when another version is in force by now
     */
    public Change change(SalesforceId org, int expected, Weights weights, String person, String reason) {
        return jdbi.inTransaction(handle -> {
            handle.execute("SELECT pg_advisory_xact_lock(hashtext('scoring' || ?))", org.value());
            var before = current(handle, org);
            int newest = before.version();
            if (newest != expected) {
                throw Problem.of(
                                ErrorCode.SCORING_CHANGED,
                                "The rules were changed meanwhile: version " + newest + " is in force, not " + expected)
                        .maybe("look at the rules again and repeat your change")
                        .exception();
            }
            var change = new Change(newest + 1, weights, person, clock.instant(), reason);
            insert(handle, org, change);
            audit.append(
                    handle,
                    org,
                    person,
                    "scoring.change",
                    "scoring " + change.version(),
                    Map.of("before", words(Weights.of(before)), "after", words(weights), "reason", reason));
            return change;
        });
    }

    private static Map<String, Object> words(Weights weights) {
        return Map.of(
                "prospect", weights.prospect().toString(),
                "customer", weights.customer().toString(),
                "tiers", weights.tiers().toString());
    }

    private static void insert(Handle handle, SalesforceId org, Change change) {
        var prospect = change.weights().prospect();
        var customer = change.weights().customer();
        handle.createUpdate(
                        """
                        INSERT INTO scoring_change (org_id, version, fit, intent, relationship, expansion, growth,
                          strategic, revenue, tier_one, tier_two, changed_by, changed_at, reason)
                        VALUES (:org, :version, :fit, :intent, :relationship, :expansion, :growth, :strategic, :revenue,
                          :one, :two, :by, :at, :reason)
                        """)
                .bind("org", org.value())
                .bind("version", change.version())
                .bind("fit", prospect.fit())
                .bind("intent", prospect.intent())
                .bind("relationship", prospect.relationship())
                .bind("expansion", customer.expansion())
                .bind("growth", customer.growth())
                .bind("strategic", customer.strategic())
                .bind("revenue", customer.revenue())
                .bind("one", change.weights().tiers().one())
                .bind("two", change.weights().tiers().two())
                .bind("by", change.by())
                .bind("at", change.at())
                .bind("reason", change.reason())
                .execute();
    }

    private static List<Change> changes(Handle handle, SalesforceId org) {
        return handle.createQuery("SELECT * FROM scoring_change WHERE org_id = :org ORDER BY version DESC")
                .bind("org", org.value())
                .map((row, context) -> change(row))
                .list();
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getInt("version"),
                new Weights(
                        new ProspectWeights(
                                row.getDouble("fit"), row.getDouble("intent"), row.getDouble("relationship")),
                        new CustomerWeights(
                                row.getDouble("expansion"),
                                row.getDouble("growth"),
                                row.getDouble("strategic"),
                                row.getDouble("revenue")),
                        new TierCuts(row.getDouble("tier_one"), row.getDouble("tier_two"))),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("reason"));
    }
}
