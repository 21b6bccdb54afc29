package io.fairpatch.sync.readiness;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Counts;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.FillRates;
import io.fairpatch.store.Latest;
import io.fairpatch.store.SnapshotStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Looks at the last copy of an org before anybody plans on it. Reads only. Thread-safe. */
public final class Readiness {
    private static final int SHOWN_GROUPS = 100;
    private static final int SHOWN_NOTES = 100;

    private final SnapshotStore store;
    private final FillRates fillRates;
    private final ReadinessQueries queries;
    private final MappingConfig mapping;
    private final Latest<Made, ReadinessReport> latest = new Latest<>();

    public Readiness(Jdbi jdbi, SnapshotStore store, MappingConfig mapping) {
        this.store = store;
        this.fillRates = new FillRates(jdbi);
        this.queries = new ReadinessQueries(jdbi);
        this.mapping = mapping;
    }

    /** What a report is made from: looking for duplicates takes long, so that it is not made again for each reader. */
    private record Made(SalesforceId org, long syncRun, long lastImport, long scoreRun) {}

    /** @throws io.fairpatch.error.FairpatchException SYNC_NOTHING when the org was never copied */
    public ReadinessReport report(SalesforceId org) {
        long run = store.requireRun(org).id();
        var from = new Made(org, run, queries.lastImport(org), queries.lastScoring(org));
        return latest.of(from, () -> make(org, run));
    }

    private ReadinessReport make(SalesforceId org, long run) {
        var fields = fields(org);
        var owners = queries.owners(org);
        var duplicates = Duplicates.in(queries.candidates(org));
        return new ReadinessReport(
                missing(org, fields),
                warnings(fields, owners, duplicates.size()),
                owners,
                duplicates.stream().limit(SHOWN_GROUPS).toList(),
                duplicates.size(),
                fields,
                queries.shares(org, "coalesce(country || coalesce(' ' || state, ''), state)"),
                queries.shares(org, "industry"),
                queries.unplaced(org),
                queries.unplacedSample(org),
                queries.refusedRows(org, run),
                store.refused(org, run, SHOWN_NOTES).stream().map(LeftOut::of).toList());
    }

    /**
     * The gate before a plan.
     *
     * @throws io.fairpatch.error.FairpatchException NOT_READY with everything that is missing
     */
    public void require(SalesforceId org) {
        var missing = missing(org, mapping.readiness().stopBelow().isEmpty() ? List.of() : fields(org));
        if (!missing.isEmpty()) {
            throw Problem.of(
                            ErrorCode.NOT_READY,
                            "The copied data is not enough for a plan: " + missing.size()
                                    + (missing.size() == 1 ? " thing is missing" : " things are missing"))
                    .because(String.join("; ", missing))
                    .maybe("mend it in the org or in mapping.yml and sync again; ./fairpatch readiness shows the rest.")
                    .exception();
        }
    }

    private List<FieldFill> fields(SalesforceId org) {
        return fillRates.of(org).stream()
                .map(rate -> FieldFill.of(rate, mapping))
                .toList();
    }

    private List<String> missing(SalesforceId org, List<FieldFill> fields) {
        var missing = new ArrayList<>(queries.missing(org));
        below(fields, mapping.readiness().stopBelow(), missing);
        return missing;
    }

    private List<String> warnings(List<FieldFill> fields, ReadinessReport.Owners owners, int groups) {
        var warnings = new ArrayList<String>();
        if (owners.nobody() > 0) {
            warnings.add(Counts.of(owners.nobody(), "account has", "accounts have") + " no owner");
        }
        if (owners.inactive() + owners.unknown() > 0) {
            warnings.add(Counts.of(owners.inactive() + owners.unknown(), "account is", "accounts are")
                    + " owned by somebody who is not active");
        }
        if (groups > 0) {
            warnings.add(Counts.of(groups, "group of accounts is", "groups of accounts are")
                    + " probably duplicates: merge them in the org");
        }
        below(fields, mapping.readiness().warnBelow(), warnings);
        return warnings;
    }

    private static void below(List<FieldFill> fields, Map<String, Double> least, List<String> sentences) {
        for (var field : fields) {
            var wanted = least.get(field.name());
            if (field.object().equals("account") && wanted != null && field.share() * 100 < wanted) {
                sentences.add(String.format(
                        Locale.ROOT,
                        "%s is filled for %.0f %% of accounts, wanted are %.0f %%",
                        field.name(),
                        field.share() * 100,
                        wanted));
            }
        }
    }
}
