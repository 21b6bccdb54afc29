package io.fairpatch.commit;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Reps whom a commit would give accounts although they left since the approval. What was approved is written all the same,
 * and the org takes such a rep without a word: people must hear of it before. Thread-safe.
 */
@Singleton
public final class Departed {
    private static final String ACTIVE = "IsActive";
    private static final String NAME = "Name";

    private final Jdbi jdbi;
    private final String repField;

    public Departed(Jdbi jdbi, MappingConfig mapping) {
        this.jdbi = jdbi;
        this.repField = mapping.written().getOrDefault("rep", "");
    }

    /** @param accounts approved ones that are not written yet */
    public record Receiver(String name, int accounts) {}

    /** By the org as it is now: one call for every 200 reps. */
    public List<Receiver> of(ProposalSummary proposal, OrgReader reader) {
        Map<String, Integer> accounts = receivers(proposal);
        if (accounts.isEmpty()) {
            return List.of();
        }
        return reader.read("User", accounts.keySet(), List.of(ACTIVE, NAME)).stream()
                .filter(user -> "false".equals(user.value(ACTIVE).orElse("")))
                .map(user -> receiver(user, accounts))
                .sorted(Comparator.comparing(Receiver::name))
                .toList();
    }

    private static Receiver receiver(OrgRecord user, Map<String, Integer> accounts) {
        String id = user.id().value();
        return new Receiver(user.value(NAME).orElse(id), accounts.getOrDefault(id, 0));
    }

    private Map<String, Integer> receivers(ProposalSummary proposal) {
        return jdbi.withHandle(h -> {
            var accounts = new TreeMap<String, Integer>();
            h.createQuery(
                            """
                            SELECT field.value AS rep, count(DISTINCT l.account_id) AS accounts
                            FROM proposal_line l, jsonb_each_text(l.after) AS field
                            WHERE l.org_id = :org AND l.proposal_id = :proposal AND l.version = :version
                            AND l.decision = 'APPROVED' AND field.key IN (:rep, :owner) AND field.value IS NOT NULL
                            AND %s
                            GROUP BY field.value
                            """
                                    .formatted(NotWritten.YET))
                    .bind("org", proposal.org().value())
                    .bind("proposal", proposal.id())
                    .bind("version", proposal.version())
                    .bind("rep", repField)
                    .bind("owner", UndoCheck.OWNER)
                    .map((row, context) -> accounts.put(row.getString("rep"), row.getInt("accounts")))
                    .list();
            return accounts;
        });
    }
}
