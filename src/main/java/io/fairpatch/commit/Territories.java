package io.fairpatch.commit;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.org.OrgReader;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Territories that a commit would put accounts into and that the org's active model does not have, or not once. Such an
 * account is written without its association, and no later commit makes up for it: people must hear of it before.
 * Thread-safe.
 */
@Singleton
public final class Territories {
    private final Jdbi jdbi;
    private final String field;

    public Territories(Jdbi jdbi, MappingConfig mapping) {
        this.jdbi = jdbi;
        this.field = mapping.written().getOrDefault("territory", "");
    }

    /** Ids of the active model's territories by name. */
    static Map<String, List<String>> active(OrgReader reader) {
        return SoqlRows.read(
                        reader, "Territory2", "SELECT Id, Name FROM Territory2 WHERE Territory2Model.State = 'Active'")
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.getOrDefault("Name", ""),
                        Collectors.mapping(row -> row.getOrDefault("Id", ""), Collectors.toList())));
    }

    /** By name, in order: how many approved accounts that are not written yet come into it. */
    public Map<String, Integer> unknown(ProposalSummary proposal, OrgReader reader) {
        Map<String, Integer> wanted = wanted(proposal);
        if (!wanted.isEmpty()) {
            Map<String, List<String>> active = active(reader);
            wanted.keySet()
                    .removeIf(name -> active.getOrDefault(name, List.of()).size() == 1);
        }
        return wanted;
    }

    private Map<String, Integer> wanted(ProposalSummary proposal) {
        return jdbi.withHandle(h -> {
            var accounts = new TreeMap<String, Integer>();
            h.createQuery(
                            """
                            SELECT l.after ->> :field AS name, count(*) AS accounts
                            FROM proposal_line l
                            WHERE l.org_id = :org AND l.proposal_id = :proposal AND l.version = :version
                            AND l.decision = 'APPROVED' AND l.after ->> :field IS NOT NULL
                            AND l.before ->> :field IS DISTINCT FROM l.after ->> :field
                            AND %s
                            GROUP BY 1
                            """
                                    .formatted(NotWritten.YET))
                    .bind("org", proposal.org().value())
                    .bind("proposal", proposal.id())
                    .bind("version", proposal.version())
                    .bind("field", field)
                    .map((row, context) -> accounts.put(row.getString("name"), row.getInt("accounts")))
                    .list();
            return accounts;
        });
    }
}
