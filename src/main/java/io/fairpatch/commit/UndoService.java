package io.fairpatch.commit;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.config.CoverageConfig;
import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.review.Drift;
import io.fairpatch.review.ProposalHead;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.UndoDraft;
import io.fairpatch.review.UndoProposals;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes commits back: makes a proposal of the inverse writes, which people then review and commit like any other. Reads
 * the org, never writes to it. Thread-safe.
 */
@Singleton
public final class UndoService {
    private static final String ACTIVE = "IsActive";

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final MappingConfig mapping;
    private final CoverageConfig coverage;

    public UndoService(Jdbi jdbi, Clock clock, AuditLog audit, MappingConfig mapping, CoverageConfig coverage) {
        this.coverage = coverage;
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.mapping = mapping;
    }

    /**
     * What an undo would do, by the org as it is now; reads every account of the commit, 200 a call.
     *
     * @throws io.fairpatch.error.FairpatchException PROPOSAL_STATE when the proposal can't be undone
     */
    public UndoLook look(SalesforceId org, String proposal, WritePolicyConfig policy, OrgReader reader) {
        List<Written> all = jdbi.inTransaction(h -> {
            UndoProposals.requireUndoable(h, ProposalHead.lock(h, org, proposal));
            return Written.of(h, org, proposal);
        });
        ObjectSchema schema = reader.describe(Batch.OBJECT);
        Map<String, OrgRecord> now = read(reader, schema, all);
        String territory = mapping.written().getOrDefault("territory", "");
        return new UndoCheck(schema, now, inactive(reader, all), policy, territory).look(all);
    }

    /**
     * Makes the proposal that takes a committed one back and submits it for review.
     *
     * @throws io.fairpatch.error.FairpatchException ACCESS_RIGHTS, PROPOSAL_STATE, UNDO_NOTHING
     */
    public ProposalSummary propose(
            SalesforceId org, String proposal, Person person, WritePolicyConfig policy, OrgReader reader) {
        Rights.require(person, Action.PROPOSE);
        UndoLook look = look(org, proposal, policy, reader);
        if (look.lines().isEmpty()) {
            throw Problem.of(ErrorCode.UNDO_NOTHING, "Nothing of proposal " + proposal + " can be taken back any more")
                    .because(
                            look.stays().isEmpty()
                                    ? "the org holds none of it"
                                    : sentences(look).get(0))
                    .maybe("plan anew from a fresh sync")
                    .exception();
        }
        var draft = new UndoDraft(org, proposal, policy.version(), policy.approvals(), look.lines(), sentences(look));
        return jdbi.inTransaction(h -> {
            ProposalSummary undo =
                    UndoProposals.create(h, draft, person, clock.instant().atOffset(ZoneOffset.UTC), coverage);
            var details = Map.of("undo", undo.id(), "accounts", look.lines().size(), "fields", look.fields());
            audit.append(h, org, person.name(), "proposal.undo", proposal, details);
            return undo;
        });
    }

    /** What is said on the proposal of what stays. */
    private static List<String> sentences(UndoLook look) {
        var sentences = new ArrayList<String>();
        look.stays().stream()
                .collect(Collectors.groupingBy(
                        stays -> (stays.field() == null ? "the whole account" : stays.field()) + " stays: "
                                + stays.why(),
                        TreeMap::new,
                        Collectors.counting()))
                .forEach((why, count) ->
                        sentences.add("On " + count + (count == 1 ? " account, " : " accounts, ") + why + "."));
        sentences.addAll(look.sideEffects());
        return sentences;
    }

    private static Map<String, OrgRecord> read(OrgReader reader, ObjectSchema schema, List<Written> all) {
        var fields = new TreeSet<String>();
        List<String> ids = all.stream()
                .filter(Written::inOrg)
                .peek(written -> fields.addAll(written.base().values().keySet()))
                .peek(written -> fields.addAll(written.after().values().keySet()))
                .map(written -> written.account().value())
                .toList();
        var now = new HashMap<String, OrgRecord>();
        reader.read(Batch.OBJECT, ids, Drift.fieldsToRead(fields, schema))
                .forEach(record -> now.put(record.id().value(), record));
        return now;
    }

    /** Former owners who can't own any more. */
    private static Set<String> inactive(OrgReader reader, List<Written> all) {
        var owners = all.stream()
                .filter(written -> written.after().values().containsKey(UndoCheck.OWNER))
                .map(written -> written.before().get(UndoCheck.OWNER))
                .filter(owner -> owner != null)
                .collect(Collectors.toCollection(TreeSet::new));
        if (owners.isEmpty()) {
            return Set.of();
        }
        var inactive = new HashSet<String>(owners);
        reader.read("User", owners, List.of(ACTIVE)).stream()
                .filter(user -> "true".equals(user.value(ACTIVE).orElse("")))
                .forEach(user -> inactive.remove(user.id().value()));
        return inactive;
    }
}
