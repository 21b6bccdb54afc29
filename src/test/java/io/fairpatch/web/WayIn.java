package io.fairpatch.web;

import io.fairpatch.cli.ApproveCommand;
import io.fairpatch.cli.CommitCommand;
import io.fairpatch.cli.DecideCommand;
import io.fairpatch.cli.FairpatchCommand;
import io.fairpatch.cli.Keyboard;
import io.fairpatch.cli.Output;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A way for a person's word to come in. What it did is looked up in the proposal, whatever the answer says. */
interface WayIn {
    /** Says yes or no to one move of a proposal. */
    void decide(String person, String proposal, String account, boolean yes) throws IOException, InterruptedException;

    /** Approves the whole. */
    void approve(String person, String proposal) throws IOException, InterruptedException;

    /** Starts the commit. */
    void commit(String person, String proposal) throws IOException, InterruptedException;

    private static ProposalSummary now(PaperServer server, String proposal) {
        return server.part(ProposalQueries.class).get(PaperOrg.ID, proposal);
    }

    /** Forms of the pages. */
    final class Page implements WayIn {
        private final PaperServer server;
        private final Map<String, Visitor> visitors = new HashMap<>();

        Page(PaperServer server) {
            this.server = server;
        }

        @Override
        public void decide(String person, String proposal, String account, boolean yes)
                throws IOException, InterruptedException {
            send(
                    person,
                    proposal,
                    "decisions",
                    Map.of("account", account, "act", yes ? "approve" : "decline", "note", yes ? "" : "Not now"));
        }

        @Override
        public void approve(String person, String proposal) throws IOException, InterruptedException {
            send(person, proposal, "approve", Map.of());
        }

        @Override
        public void commit(String person, String proposal) throws IOException, InterruptedException {
            var approved = now(server, proposal);
            send(
                    person,
                    proposal,
                    "commit",
                    Map.of(
                            "version",
                            String.valueOf(approved.version()),
                            "fingerprint",
                            Objects.requireNonNull(approved.fingerprint())));
        }

        private void send(String person, String proposal, String step, Map<String, String> fields)
                throws IOException, InterruptedException {
            if (!visitors.containsKey(person)) {
                visitors.put(person, new Visitor(server, person));
            }
            var visitor = Objects.requireNonNull(visitors.get(person));
            var all = visitor.signed(fields);
            all.put("revision", String.valueOf(now(server, proposal).revision()));
            visitor.send("/proposals/" + proposal + "/" + step, Visitor.form(all));
        }
    }

    /** Calls of the API. */
    final class Api implements WayIn {
        private final PaperServer server;
        private final HttpClient client = HttpClient.newHttpClient();

        Api(PaperServer server) {
            this.server = server;
        }

        @Override
        public void decide(String person, String proposal, String account, boolean yes)
                throws IOException, InterruptedException {
            String decision = yes ? "\"APPROVED\"" : "\"DECLINED\",\"reason\":\"Not now\"";
            send(person, proposal, "decisions", "{\"accounts\":[\"" + account + "\"],\"decision\":" + decision + "}");
        }

        @Override
        public void approve(String person, String proposal) throws IOException, InterruptedException {
            send(person, proposal, "approve", "{}");
        }

        @Override
        public void commit(String person, String proposal) throws IOException, InterruptedException {
            var approved = now(server, proposal);
            String body = "{\"version\":" + approved.version() + ",\"fingerprint\":\"" + approved.fingerprint() + "\"}";
            send(person, proposal, "commits", body);
        }

        private void send(String person, String proposal, String step, String body)
                throws IOException, InterruptedException {
            client.send(
                    HttpRequest.newBuilder(server.uri("/api/v1/proposals/" + proposal + "/" + step))
                            .header("Authorization", "Bearer " + server.token(person))
                            .header("Content-Type", "application/json")
                            .header("If-Match", "\"" + now(server, proposal).revision() + "\"")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    /** The command line. */
    final class Command implements WayIn {
        private final PaperServer server;

        Command(PaperServer server) {
            this.server = server;
        }

        @Override
        public void decide(String person, String proposal, String account, boolean yes) {
            run(
                    person,
                    "decide",
                    proposal,
                    "--account",
                    account,
                    "--decision",
                    yes ? "APPROVED" : "DECLINED",
                    "--note",
                    "Not now");
        }

        @Override
        public void approve(String person, String proposal) {
            run(person, "approve", proposal);
        }

        @Override
        public void commit(String person, String proposal) {
            run(person, "commit", proposal);
        }

        private void run(String person, String... words) {
            var nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
            var output = new Output(nothing, nothing, false);
            var keyboard = new Keyboard(Map.of("FAIRPATCH_TOKEN", server.token(person)), null);
            var line = FairpatchCommand.create(output, () -> false)
                    .addSubcommand(new DecideCommand(() -> server.part(ApplicationContext.class), keyboard, output))
                    .addSubcommand(new ApproveCommand(() -> server.part(ApplicationContext.class), keyboard, output))
                    .addSubcommand(new CommitCommand(() -> server.part(ApplicationContext.class), keyboard, output));
            var all = new String[words.length + 3];
            System.arraycopy(words, 0, all, 0, words.length);
            System.arraycopy(new String[] {"--as", person, "--yes"}, 0, all, words.length, 3);
            line.execute(all);
        }
    }
}
