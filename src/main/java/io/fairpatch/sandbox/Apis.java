package io.fairpatch.sandbox;

import io.fairpatch.sandbox.bulk.IngestJobsApi;
import io.fairpatch.sandbox.bulk.JobIds;
import io.fairpatch.sandbox.bulk.JobRunner;
import io.fairpatch.sandbox.bulk.Pace;
import io.fairpatch.sandbox.bulk.QueryJobsApi;
import io.fairpatch.sandbox.bulk1.XmlJobsApi;
import io.fairpatch.sandbox.control.FaultsApi;
import io.fairpatch.sandbox.control.LogApi;
import io.fairpatch.sandbox.control.StateApi;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.Versions;
import io.fairpatch.sandbox.limit.Limit;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.metadata.CustomFieldsApi;
import io.fairpatch.sandbox.metadata.DeployApi;
import io.fairpatch.sandbox.metadata.Deployments;
import io.fairpatch.sandbox.oauth.IdentityApi;
import io.fairpatch.sandbox.oauth.JwtKey;
import io.fairpatch.sandbox.oauth.PasswordApi;
import io.fairpatch.sandbox.oauth.Passwords;
import io.fairpatch.sandbox.oauth.SignIn;
import io.fairpatch.sandbox.oauth.SignInRules;
import io.fairpatch.sandbox.oauth.TokenApi;
import io.fairpatch.sandbox.org.Loaded;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.Rights.General;
import io.fairpatch.sandbox.rest.ApexRestApi;
import io.fairpatch.sandbox.rest.CollectionsApi;
import io.fairpatch.sandbox.rest.CompositeApi;
import io.fairpatch.sandbox.rest.DescribeApi;
import io.fairpatch.sandbox.rest.ExternalIdApi;
import io.fairpatch.sandbox.rest.LimitsApi;
import io.fairpatch.sandbox.rest.PagesApi;
import io.fairpatch.sandbox.rest.QueryApi;
import io.fairpatch.sandbox.rest.RecordApi;
import io.fairpatch.sandbox.rest.Relationships;
import io.fairpatch.sandbox.rest.ReplicationApi;
import io.fairpatch.sandbox.rest.SearchApi;
import io.fairpatch.sandbox.rest.TreeApi;
import io.fairpatch.sandbox.rest.UiApi;
import io.fairpatch.sandbox.rest.VersionsApi;
import io.fairpatch.sandbox.rest.View;
import io.fairpatch.sandbox.soap.SignInCalls;
import io.fairpatch.sandbox.soap.SoapApi;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.state.OrgStates;
import io.fairpatch.sandbox.state.ServerStates;
import io.fairpatch.sandbox.streaming.StreamingApi;
import java.time.Duration;
import java.util.Map;

/** Everything the org answers to, put together. */
final class Apis {
    private final SandboxConfig config;
    private final Loaded loaded;
    private final Router router;
    private final Faults faults;
    private final Limits limits;
    private final ShiftedClock clock;
    private final Sessions sessions = new Sessions();
    private final SignInRules signInRules = new SignInRules();
    private final Versions versions = new Versions();
    private final JobRunner runner;

    Apis(SandboxConfig config, Loaded loaded, Router router, Faults faults, Limits limits, ShiftedClock clock) {
        this.config = config;
        this.loaded = loaded;
        this.router = router;
        this.faults = faults;
        this.limits = limits;
        this.clock = clock;
        this.runner = new JobRunner(config.latency());
    }

    Loaded loaded() {
        return loaded;
    }

    JobRunner runner() {
        return runner;
    }

    /** Adds all routes; returns what a client needs. */
    SandboxInfo routes(Address address) {
        var org = loaded.org();
        var signIn = new SignIn(sessions, org.orgId(), config.seed(), org.clock());
        var key = JwtKey.in(config.stateDir());
        var userId = loaded.integrationUserId();
        var passwords = new Passwords(org, signIn, signInRules);
        new TokenApi(org, signIn, key, userId, sessions, signInRules, passwords, address).routes(router);
        new IdentityApi(org, sessions).routes(router, address);
        var api = new ApiRoutes(
                router, sessions, versions, id -> org.rights().of(id).may(General.API_ENABLED));
        var writer = new RecordWriter(org);
        var deployments = new Deployments(org, config.latency());
        // before the records of users, whose paths would match it
        new PasswordApi(passwords, sessions).routes(api);
        // before the records of any object, whose paths would match theirs
        new CustomFieldsApi(org, deployments, sessions).routes(api);
        rest(org, writer, api, address);
        new DeployApi(deployments, sessions).routes(api);
        bulk(org, writer, api);
        var signInCalls = new SignInCalls(org, passwords, address);
        new SoapApi(org, writer, sessions, versions, deployments, signInCalls, limits).routes(router);
        new ApexRestApi(sessions).routes(router);
        new StreamingApi(org, sessions).routes(router);
        controls(org);
        var users = org.table("User");
        return new SandboxInfo(
                address.url(),
                signIn.open(userId),
                Versions.NEWEST + ".0",
                org.orgId(),
                signIn.credentials().clientId(),
                signIn.credentials().clientSecret(),
                users.find(userId).orElseThrow().text(users.type().require("Username")),
                key.file().toAbsolutePath().toString(),
                signIn.credentials().password(),
                signIn.credentials().securityToken());
    }

    private void rest(Org org, RecordWriter writer, ApiRoutes api, Address address) {
        var view = new View(org, sessions);
        var identity = "/id/" + org.orgId() + "/" + loaded.integrationUserId();
        new VersionsApi(versions).routes(router, api, address, identity);
        new DescribeApi(view).routes(api);
        new PagesApi(view).routes(api);
        new LimitsApi(limits, view).routes(api);
        new QueryApi(org, new Soql(org), sessions).routes(api);
        new ReplicationApi(view).routes(api);
        new CollectionsApi(view, writer).routes(api);
        new CompositeApi(org, router).routes(api);
        new SearchApi(view, new Soql(org)).routes(api);
        var records = new RecordApi(view, writer);
        new TreeApi(view, records).routes(api);
        records.routes(api);
        new UiApi(view, records, new Soql(org)).routes(api);
        new ExternalIdApi(view, records, writer, new Relationships(view, new Soql(org))).routes(api);
    }

    private void bulk(Org org, RecordWriter writer, ApiRoutes api) {
        var soql = new Soql(org);
        var pace = new Pace(config.queryRowsPerSecond(), config.updateRowsPerSecond());
        var ids = jobIds(org);
        new QueryJobsApi(org, soql, runner, pace, sessions, ids, limits).routes(api);
        new IngestJobsApi(org, writer, runner, pace, sessions, ids, limits).routes(api);
        new XmlJobsApi(org, writer, soql, sessions, versions, ids, config.latency()).routes(router);
    }

    /** Jobs are forgotten at each start; their ids, which the log of writes names, are never given again. */
    private JobIds jobIds(Org org) {
        return new JobIds(
                config.journal() == null
                        ? 0
                        : Duration.between(org.born(), clock.instant()).toMillis());
    }

    private void controls(Org org) {
        var server = new ServerStates(signInRules, limits, versions, clock::shift);
        new FaultsApi(faults).routes(router);
        new StateApi(new OrgStates(org, loaded.integrationUserId(), server)).routes(router);
        new LogApi(
                        org,
                        faults,
                        Map.of(
                                "apiRequests", () -> limits.ever(Limit.API_REQUESTS),
                                "queryJobs", () -> limits.ever(Limit.BULK_QUERY_JOBS),
                                "ingestBatches", () -> limits.ever(Limit.BULK_BATCHES)))
                .routes(router);
    }
}
