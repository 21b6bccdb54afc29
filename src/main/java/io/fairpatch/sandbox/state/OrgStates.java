package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Rights.ObjectRight;
import io.fairpatch.sandbox.org.SetupRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The states the org was put into. Thread-safe. */
public final class OrgStates {
    private final Org org;
    private final ServerStates server;
    private final RightStates rights;
    private final FieldStates fields;
    private final FeatureStates features;
    private final RuleStates rules;
    private final SetupRows rows;
    private final Map<String, Given> given = new LinkedHashMap<>();
    private int ever;

    /** A state the org is in. */
    public record Given(String id, StateKind kind, Map<String, String> params, Runnable undo) {}

    /** @param userId of the integration user */
    public OrgStates(Org org, String userId, ServerStates server) {
        this.org = org;
        this.server = server;
        this.rows = new SetupRows(org, org.born());
        this.rights = new RightStates(org, userId, rows);
        this.fields = new FieldStates(org, rows);
        this.features = new FeatureStates(org, rows, fields);
        this.rules = new RuleStates(org, rows);
    }

    /** Puts the org into a state; returns the state's id. What is wrong with it is an IllegalArgumentException. */
    public synchronized String set(StateKind kind, Map<String, String> params) {
        var undo = apply(kind, new StateParams(params));
        ever++;
        var id = "s" + ever;
        given.put(id, new Given(id, kind, Map.copyOf(params), undo));
        return id;
    }

    public synchronized List<Given> all() {
        return List.copyOf(given.values());
    }

    /** Takes a state back; false when the org is not in it. */
    public synchronized boolean clear(String id) {
        var state = given.remove(id);
        if (state != null) {
            state.undo().run();
        }
        return state != null;
    }

    /** Takes all states back, the last one first. */
    public synchronized void clear() {
        var ids = new ArrayList<>(given.keySet());
        for (int i = ids.size() - 1; i >= 0; i--) {
            clear(ids.get(i));
        }
    }

    private Runnable apply(StateKind kind, StateParams params) {
        return switch (kind) {
            case MISSING_FIELD -> fields.missing(params);
            case FIELD -> fields.different(params);
            case NO_READ -> rights.field(params, false);
            case NO_EDIT -> rights.field(params, true);
            case OBJECT_RIGHTS -> rights.object(params);
            case NO_VIEW_ALL -> rights.all(params, ObjectRight.VIEW_ALL);
            case NO_MODIFY_ALL -> rights.all(params, ObjectRight.MODIFY_ALL);
            case NO_RIGHT -> rights.general(params);
            case MINIMUM_ACCESS -> rights.minimum(params);
            case UNASSIGNED -> rights.unassigned(params);
            case EXPIRED_ASSIGNMENT -> rights.expired(params);
            case NO_PERMISSION_SET -> rights.noSet(params);
            case INACTIVE_USER -> rights.inactive();
            case SIGN_IN_REFUSED, SCOPE, REFRESH_TOKEN_ROTATION, LIMIT, CLOCK, API_VERSIONS ->
                server.apply(kind, params);
            case ORGANIZATION -> features.organization(params);
            case TERRITORY_MODEL -> features.territoryModel(params);
            case NO_TERRITORIES -> features.noTerritories();
            case MULTI_CURRENCY -> features.currencies(params);
            case PERSON_ACCOUNTS -> features.personAccounts(params);
            case RECORD_TYPES -> features.recordTypes(params);
            case VALIDATION_RULE -> rules.validation(params);
            case DUPLICATE_RULE -> rules.duplicates(params);
            case TRIGGER -> rules.trigger(params);
            case NOT_IN_BULK ->
                org.rules().keepOutOfBulk(params.object(org, "Account").name());
            case DELETES_BLOCKED -> org.rules().blockDeletes();
            case LOCK_WAIT -> org.locks().wait(Duration.ofSeconds(params.number("seconds", 0)));
            case OWNER_SKEW -> skew(params);
        };
    }

    /** Lets the owner of the first account own so many. */
    private Runnable skew(StateParams params) {
        int wanted = params.number("rows", 10_001);
        var accounts = rows.find("Account", row -> true);
        if (accounts.size() < wanted) {
            throw new IllegalArgumentException("the org has only " + accounts.size() + " accounts");
        }
        var owner = accounts.stream()
                .map(row -> rows.text("Account", row, "OwnerId"))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account has an owner"));
        return Undo.all(accounts.stream()
                .limit(wanted)
                .map(row -> rows.set("Account", row.id(), Map.of("OwnerId", owner)))
                .toArray(Runnable[]::new));
    }
}
