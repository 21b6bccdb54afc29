package io.fairpatch.sandbox;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.sandbox.bulk.IngestJobsApi;
import io.fairpatch.sandbox.bulk.JobIds;
import io.fairpatch.sandbox.bulk.JobRunner;
import io.fairpatch.sandbox.bulk.Pace;
import io.fairpatch.sandbox.bulk.QueryJobsApi;
import io.fairpatch.sandbox.bulk1.XmlJobsApi;
import io.fairpatch.sandbox.control.FaultsApi;
import io.fairpatch.sandbox.control.LogApi;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.SelfSigned;
import io.fairpatch.sandbox.http.Sessions;
import io.fairpatch.sandbox.http.WebServer;
import io.fairpatch.sandbox.oauth.IdentityApi;
import io.fairpatch.sandbox.oauth.JwtKey;
import io.fairpatch.sandbox.oauth.SignIn;
import io.fairpatch.sandbox.oauth.TokenApi;
import io.fairpatch.sandbox.org.Journal;
import io.fairpatch.sandbox.org.Loaded;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.OrgLoader;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.rest.CollectionsApi;
import io.fairpatch.sandbox.rest.DescribeApi;
import io.fairpatch.sandbox.rest.LimitsApi;
import io.fairpatch.sandbox.rest.QueryApi;
import io.fairpatch.sandbox.rest.RecordApi;
import io.fairpatch.sandbox.rest.VersionsApi;
import io.fairpatch.sandbox.soap.PartnerApi;
import io.fairpatch.sandbox.soql.Soql;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Salesforce org on this machine, in memory; what is written to it may be kept in a file. It speaks the real protocol, so that clients made for Salesforce work
 * with it unmodified.
 */
public final class Sandbox implements AutoCloseable {
    private final Loaded loaded;
    private final WebServer server;
    private final JobRunner runner;
    private final SandboxInfo info;
    private final @Nullable Journal journal;

    private Sandbox(Loaded loaded, WebServer server, JobRunner runner, SandboxInfo info, @Nullable Journal journal) {
        this.loaded = loaded;
        this.journal = journal;
        this.server = server;
        this.runner = runner;
        this.info = info;
    }

    /**
     * Loads the data and serves it; the org answers when this returns. A port in use and data that cannot be read are
     * reported as {@link FairpatchException}.
     */
    public static Sandbox start(SandboxConfig config, OrgData data, Clock clock) {
        var router = new Router();
        var faults = new Faults();
        var tls = config.https() ? SelfSigned.in(config.stateDir(), config.host()) : null;
        var server = WebServer.bind(config.host(), config.port(), tls, router, faults);
        Journal journal = null;
        try {
            journal = config.journal() == null ? null : Journal.open(config.journal(), clock);
            return serve(config, load(config, data, clock, journal), server, router, faults, journal);
        } catch (FairpatchException e) {
            server.close();
            if (journal != null) {
                journal.close();
            }
            throw e;
        }
    }

    private static Loaded load(SandboxConfig config, OrgData data, Clock clock, @Nullable Journal journal) {
        var born = journal == null ? clock.instant() : journal.born();
        var loaded = OrgLoader.load(data, clock, config.seed(), born);
        if (journal != null) {
            loaded.org().keepIn(journal);
        }
        return loaded;
    }

    private static Sandbox serve(
            SandboxConfig config,
            Loaded loaded,
            WebServer server,
            Router router,
            Faults faults,
            @Nullable Journal journal) {
        var url = "%s://%s:%d".formatted(config.https() ? "https" : "http", config.host(), server.port());
        var org = loaded.org();
        var sessions = new Sessions();
        var signIn = new SignIn(sessions, org.orgId(), config.seed());
        var key = JwtKey.in(config.stateDir());
        var userId = loaded.integrationUserId();
        new TokenApi(org, signIn, key, userId, sessions).routes(router, url);
        new IdentityApi(org, sessions).routes(router, url);
        var runner = new JobRunner(config.latency());
        api(config, loaded, server, router, sessions, runner, faults);
        server.start();
        var users = org.table("User");
        var info = new SandboxInfo(
                url,
                signIn.open(userId),
                ApiRoutes.NEWEST + ".0",
                org.orgId(),
                signIn.credentials().clientId(),
                signIn.credentials().clientSecret(),
                users.find(userId).orElseThrow().text(users.type().require("Username")),
                key.file().toAbsolutePath().toString());
        return new Sandbox(loaded, server, runner, info, journal);
    }

    private static void api(
            SandboxConfig config,
            Loaded loaded,
            WebServer server,
            Router router,
            Sessions sessions,
            JobRunner runner,
            Faults faults) {
        var org = loaded.org();
        var soql = new Soql(org);
        var writer = new RecordWriter(org);
        var pace = new Pace(config.queryRowsPerSecond(), config.updateRowsPerSecond());
        var ids = jobIds(config, org);
        var api = new ApiRoutes(router, sessions);
        var queries = new QueryJobsApi(org, soql, runner, pace, sessions, ids);
        var ingests = new IngestJobsApi(org, writer, runner, pace, sessions, ids);
        new VersionsApi().routes(router, api);
        new DescribeApi(org.schema()).routes(api);
        new LimitsApi(server::apiRequests, queries::created, ingests::batches).routes(api);
        new QueryApi(org, soql).routes(api);
        new CollectionsApi(org, writer, sessions).routes(api);
        new RecordApi(org, writer, sessions).routes(api);
        queries.routes(api);
        ingests.routes(api);
        new XmlJobsApi(org, writer, soql, sessions, ids, config.latency()).routes(router);
        new PartnerApi(org, sessions).routes(router);
        new FaultsApi(faults).routes(router);
        new LogApi(
                        org,
                        faults,
                        Map.of(
                                "apiRequests", server::apiRequests,
                                "queryJobs", queries::created,
                                "ingestBatches", ingests::batches))
                .routes(router);
    }

    /** Jobs are forgotten at each start; their ids, which the log of writes names, are never given again. */
    private static JobIds jobIds(SandboxConfig config, Org org) {
        return new JobIds(
                config.journal() == null
                        ? 0
                        : Duration.between(org.born(), org.clock().instant()).toMillis());
    }

    /** Where and as whom to sign in. */
    public SandboxInfo info() {
        return info;
    }

    /** What came of the given data. */
    public LoadReport loaded() {
        return new LoadReport(loaded.org().sizes(), loaded.unresolvedLookups(), loaded.addedStages());
    }

    /** Stops answering; all records are gone, but for what a journal keeps. */
    @Override
    public void close() {
        runner.close();
        server.close();
        if (journal != null) {
            journal.close();
        }
    }
}
