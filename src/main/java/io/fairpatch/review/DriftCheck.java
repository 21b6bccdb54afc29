package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Compares a proposal with the org as it is now. Reads only. Thread-safe. */
@Singleton
public final class DriftCheck {
    private static final String ACCOUNT = "Account";

    private final Jdbi jdbi;
    private final Clock clock;

    public DriftCheck(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Reads every account of the proposal that is neither declined nor deferred, 200 a call to the org. */
    public DriftReport check(SalesforceId org, String proposal, OrgReader reader) {
        List<Planned> lines = lines(org, proposal);
        var fields = new TreeSet<String>();
        lines.forEach(line -> fields.addAll(line.base.values().keySet()));
        ObjectSchema schema = reader.describe(ACCOUNT);
        Map<String, OrgRecord> records = new HashMap<>();
        reader.read(ACCOUNT, lines.stream().map(Planned::account).toList(), Drift.fieldsToRead(fields, schema))
                .forEach(record -> records.put(record.id().value(), record));
        var drifted = new ArrayList<DriftReport.Line>();
        for (Planned line : lines) {
            OrgRecord now = records.get(line.account);
            if (now == null) {
                drifted.add(line.drifted(List.of(), null));
                continue;
            }
            List<DriftReport.Change> changes = Drift.changes(line.base, now, schema);
            if (!changes.isEmpty()) {
                drifted.add(line.drifted(changes, now));
            }
        }
        return new DriftReport(clock.instant(), lines.size(), named(org, drifted));
    }

    private List<DriftReport.Line> named(SalesforceId org, List<DriftReport.Line> drifted) {
        List<String> users = drifted.stream()
                .map(DriftReport.Line::changedBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, String> names = jdbi.withHandle(h -> UserNames.of(h, org, users));
        return drifted.stream()
                .map(line -> line.changedBy() == null ? line : line.by(names.get(line.changedBy())))
                .toList();
    }

    private List<Planned> lines(SalesforceId org, String proposal) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT account_id, account_name, base FROM proposal_line
                        WHERE org_id = :org AND proposal_id = :id AND version = :version
                        AND decision NOT IN ('DECLINED', 'DEFERRED')
                        ORDER BY account_id
                        """)
                .bind("org", org.value())
                .bind("id", proposal)
                .bind("version", ProposalQueries.version(h, org, proposal))
                .map((row, context) -> new Planned(
                        row.getString("account_id"),
                        row.getString("account_name"),
                        FieldValues.parse(row.getString("base"))))
                .list());
    }

    private record Planned(String account, String name, FieldValues base) {
        DriftReport.Line drifted(List<DriftReport.Change> changes, @Nullable OrgRecord now) {
            return new DriftReport.Line(
                    SalesforceId.of(account),
                    name,
                    changes,
                    now == null ? null : now.value(Drift.CHANGED_BY).orElse(null),
                    null,
                    now == null ? null : now.value(Drift.CHANGED_AT).orElse(null));
        }
    }
}
