package io.fairpatch.app.demo;

import io.fairpatch.app.wiring.Environment;
import io.fairpatch.app.wiring.Home;
import io.fairpatch.app.wiring.House;
import io.fairpatch.app.wiring.OrgAccess;
import io.fairpatch.app.wiring.Resources;
import io.fairpatch.app.wiring.Servers;
import io.fairpatch.cli.Output;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.org.OrgIdentity;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Starts database, practice org and service, then runs the job. */
final class Demo {
    private final DemoOptions options;
    private final Home home;
    private final Environment environment;
    private final Resources resources;
    private final Clock clock;
    private final Output output;
    private final long begin = System.nanoTime();

    Demo(DemoOptions options, Home home, Environment environment, Resources resources, Clock clock, Output output) {
        this.options = options;
        this.home = home;
        this.environment = environment;
        this.resources = resources;
        this.clock = clock;
        this.output = output;
    }

    int run() throws InterruptedException {
        var address = new House.Address(options.practice().host(), options.port());
        address.requireFree();
        if (!options.headless()) {
            resources.keep(DemoLock.of(home));
        }
        var folder = folder();
        output.say(options.org() == null ? "Starting PostgreSQL and the practice org" : "Starting PostgreSQL");
        // the org is made on this machine's other core while the database unpacks and starts
        var start = resources.keep(OrgStart.begin(() -> org(folder)));
        var server = resources.open(() -> Servers.open(home, environment));
        if (options.headless()) {
            // each headless run starts from nothing and leaves nothing; an org that still starts makes files here
            resources.keep(() -> {
                start.close();
                server.drop(folder.database());
                folder.delete();
            });
        }
        var org = start.await();
        org.notes().forEach(output::say);
        var config = config(folder, org);
        var house = resources.keep(House.open(
                server.database(folder.database()),
                config,
                org.environment(),
                address,
                Map.of("fairpatch.demo", true, "fairpatch.demo-people", DemoPeople.hints()),
                clock));
        return options.headless() ? headless(house, config, org) : serve(house);
    }

    private DemoFolder folder() {
        var identity = options.identity();
        var key = options.headless()
                ? identity + " run " + clock.instant() + ProcessHandle.current().pid()
                : identity;
        return DemoFolder.of(home.folder("demo"), key);
    }

    private DemoOrg org(DemoFolder folder) {
        if (options.org() != null) {
            return DemoOrg.running(options.org(), environment);
        }
        var today = folder.bornOn(LocalDate.now(clock));
        var path = folder.path().resolve("org");
        var journal = options.headless() ? null : path.resolve("journal.ndjson");
        return DemoOrg.start(options.practice().org(today), path, journal, environment, clock);
    }

    private FairpatchConfig config(DemoFolder folder, DemoOrg org) {
        var access = new OrgAccess(ConfigLoader.shipped(ConfigPart.CONNECTOR), org.environment());
        var identity = access.connect(clock).reader().identity();
        if (!org.ours()) {
            requireTrialOrg(identity);
        }
        return folder.configure(identity.id(), options.headless() ? 2 : 1);
    }

    /** The demo approves on its own what it writes, so it must never touch an org in which people work. */
    private static void requireTrialOrg(OrgIdentity identity) {
        if (identity.production()) {
            throw Problem.of(ErrorCode.WRITES_DISABLED, "The demo never writes to a production org")
                    .at(identity.name() + " (" + identity.id() + ")")
                    .maybe("connect a Salesforce sandbox, or install properly: see README.md, Connect a real org")
                    .exception();
        }
    }

    private int headless(House house, FairpatchConfig config, DemoOrg org) throws InterruptedException {
        var summary = new HeadlessRun(house.beans(), config, output, org.url()).go(begin);
        output.json(summary);
        if (options.hold()) {
            var pages = house.serve();
            printLogins(pages);
            new CountDownLatch(1).await();
        }
        return summary.exitCode();
    }

    private int serve(House house) throws InterruptedException {
        var pages = house.serve();
        house.beans().getBean(Jobs.class).start();
        var demo = new DemoRun(house.beans(), output);
        var kept = demo.kept();
        var proposal = kept.isPresent() ? kept.get() : demo.propose();
        output.say("");
        output.say(proposal.impact());
        printLogins(pages);
        new CountDownLatch(1).await();
        return 0;
    }

    /** Where to go and as whom; to who waits when the result is the summary of a headless run. */
    private void printLogins(URI pages) {
        var lines = new ArrayList<String>();
        lines.add("Review it at  " + pages);
        lines.add("Sign in as    (password of all: " + DemoPeople.PASSWORD + ")");
        DemoPeople.logins()
                .forEach(login ->
                        lines.add(String.format("  %-8s %-16s %s", login.name(), login.displayName(), login.does())));
        String text = String.join("\n", lines);
        output.say("");
        if (options.headless()) {
            output.say(text);
        } else {
            output.result(
                    Map.of("url", pages.toString(), "password", DemoPeople.PASSWORD, "people", DemoPeople.logins()),
                    text);
        }
        output.say("Stop with Ctrl-C; what you did is kept for the next start.");
    }
}
