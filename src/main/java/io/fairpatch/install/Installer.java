package io.fairpatch.install;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.org.Deployment;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgInstaller;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts our fields, permission sets and card into the org. Safe to repeat: what is there already stays as it is. */
@Singleton
public class Installer {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int SHOWN = 5;

    private final Provider<OrgConnection> connection;
    private final Provider<OrgInspector> inspector;
    private final Provider<OrgInstaller> installer;
    private final MappingConfig mapping;
    private final WritePolicyConfig policy;
    private final AuditLog audit;
    private final Clock clock;

    Installer(
            Provider<OrgConnection> connection,
            Provider<OrgInspector> inspector,
            Provider<OrgInstaller> installer,
            MappingConfig mapping,
            WritePolicyConfig policy,
            AuditLog audit,
            Clock clock) {
        this.connection = connection;
        this.inspector = inspector;
        this.installer = installer;
        this.mapping = mapping;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a deployment would change; reads alone. */
    public Changes changes() {
        var survey = survey();
        return survey.compare(survey.blueprint());
    }

    /**
     * Sends the package and waits until the org has taken it.
     *
     * @param seen the changes that a person agreed to
     * @return what is still missing after it: nothing, when all went well
     * @throws io.fairpatch.error.FairpatchException ORG_DEPLOY_REFUSED by policy, ORG_DEPLOY_FAILED with the org's words
     */
    public Changes deploy(Changes seen, String person) {
        requireAllowed(seen.org());
        var survey = survey();
        var blueprint = survey.blueprint();
        var id = installer
                .get()
                .deploy(
                        DeployPackage.of(blueprint.without(survey.fitting(blueprint)))
                                .zip(),
                        false);
        var deployment = await(id);
        audit.append(
                seen.org().id(),
                person,
                "fields deployed",
                id,
                Map.of(
                        "success",
                        deployment.success(),
                        "changes",
                        seen.list().stream().map(Change::what).toList()));
        if (!deployment.success()) {
            throw failed(deployment);
        }
        return survey.compare(blueprint);
    }

    /** Gives the integration user its permission set; does nothing when it has it. */
    public void assign(String username, String person) {
        var org = connection.get().reader().identity();
        requireAllowed(org);
        if (!username.matches("[A-Za-z0-9.@_+-]{1,80}")) {
            throw noUser(username);
        }
        var set = one("SELECT Id FROM PermissionSet WHERE Name = '" + Blueprint.INTEGRATION + "'")
                .orElseThrow(() -> Problem.of(
                                ErrorCode.ORG_DEPLOY_FAILED, "The org has no permission set Fairpatch Integration")
                        .maybe("run ./fairpatch fields deploy first")
                        .exception());
        var user =
                one("SELECT Id FROM User WHERE Username = '" + username + "'").orElseThrow(() -> noUser(username));
        installer.get().assign(set, user);
        audit.append(org.id(), person, "permission set assigned", user, Map.of("username", username));
    }

    /**
     * Fields are no records, so the write switch doesn't rule them; but no org is ever changed that the policy doesn't
     * mean, and a production org must be named in it.
     */
    private void requireAllowed(OrgIdentity org) {
        var named = policy.orgId();
        boolean same =
                named != null && io.fairpatch.model.SalesforceId.of(named).equals(org.id());
        if ((named != null && !same) || (named == null && org.production())) {
            throw Problem.of(
                            ErrorCode.ORG_DEPLOY_REFUSED,
                            named == null
                                    ? org.name() + " is a production org, and the write policy names no org"
                                    : "The write policy names another org (" + named + ")")
                    .at("write-policy.yml, orgId")
                    .because("we are signed in to " + org.name() + " (" + org.id() + ")")
                    .maybe("set orgId to " + org.id() + " when this is the org meant; writes may stay disabled")
                    .exception();
        }
    }

    private Deployment await(String id) {
        var until = clock.instant().plus(PATIENCE);
        var deployment = installer.get().deployment(id);
        while (!deployment.done()) {
            if (clock.instant().isAfter(until)) {
                throw Problem.of(ErrorCode.ORG_BUSY, "The deployment " + id + " hasn't ended after 30 minutes")
                        .maybe("look at Setup > Deployment Status; run the command again when it has ended")
                        .exception();
            }
            pause();
            deployment = installer.get().deployment(id);
        }
        return deployment;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Stopped while the org deploys; it goes on by itself")
                    .exception(e);
        }
    }

    private static RuntimeException failed(Deployment deployment) {
        var failures = deployment.failures();
        return Problem.of(
                        ErrorCode.ORG_DEPLOY_FAILED,
                        "The org refused the deployment (" + deployment.status() + "); nothing was changed")
                .at("Setup > Deployment Status, " + deployment.id())
                .because(failures.stream()
                                .limit(SHOWN)
                                .map(failure -> failure.component() + ": " + failure.problem())
                                .collect(Collectors.joining("; "))
                        + (failures.size() > SHOWN ? "; and " + (failures.size() - SHOWN) + " more" : ""))
                .maybe(
                        "run it as an admin, with an admin's token in FAIRPATCH_ORG_ACCESS_TOKEN (see docs/connect.md); where"
                                + " a field has our name and another type, delete it or give ours another name in"
                                + " mapping.yml")
                .exception();
    }

    private static RuntimeException noUser(String username) {
        return Problem.of(ErrorCode.ORG_REQUEST, "The org has no user " + username)
                .at("--assign")
                .maybe("give the whole user name, as in fairpatch@acme.com")
                .exception();
    }

    private java.util.Optional<String> one(String soql) {
        return inspector.get().rows(soql).stream().map(row -> row.text("Id")).findFirst();
    }

    private Survey survey() {
        return new Survey(connection.get().reader(), inspector.get(), mapping);
    }
}
