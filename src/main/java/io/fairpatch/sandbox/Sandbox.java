package io.fairpatch.sandbox;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.sandbox.bulk.JobRunner;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.http.Address;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.http.SelfSigned;
import io.fairpatch.sandbox.http.WebServer;
import io.fairpatch.sandbox.limit.Limits;
import io.fairpatch.sandbox.metadata.Deployer;
import io.fairpatch.sandbox.org.Journal;
import io.fairpatch.sandbox.org.Loaded;
import io.fairpatch.sandbox.org.OrgLoader;
import java.time.Clock;
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
        var limits = new Limits();
        var shifted = new ShiftedClock(clock);
        var tls = config.https() ? SelfSigned.in(config.stateDir(), config.host()) : null;
        var server = WebServer.bind(config.host(), config.port(), tls, router, faults, limits);
        Journal journal = null;
        try {
            journal = config.journal() == null ? null : Journal.open(config.journal(), clock);
            var loaded = load(config, data, shifted, journal);
            var apis = new Apis(config, loaded, router, faults, limits, shifted);
            return serve(config, apis, server, journal);
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
        var loaded = OrgLoader.load(data, clock, config.seed(), born, config.bare());
        if (journal != null) {
            loaded.org().keepIn(journal, new Deployer(loaded.org())::again);
        }
        return loaded;
    }

    private static Sandbox serve(SandboxConfig config, Apis apis, WebServer server, @Nullable Journal journal) {
        var info = apis.routes(Address.of(config.https() ? "https" : "http", config.host(), server.port()));
        server.start();
        return new Sandbox(apis.loaded(), server, apis.runner(), info, journal);
    }

    /** Where and as whom to sign in. */
    public SandboxInfo info() {
        return info;
    }

    /** What came of the given data. */
    public LoadReport loaded() {
        return new LoadReport(
                loaded.org().sizes(),
                loaded.unresolvedLookups(),
                loaded.addedStages(),
                loaded.undated(),
                loaded.dated());
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
