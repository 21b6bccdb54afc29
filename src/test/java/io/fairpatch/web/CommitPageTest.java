package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.QuietHours;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.jobs.ScheduledCommits;
import io.fairpatch.review.Decision;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalService;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.ProposalSummary;
import io.fairpatch.review.Selection;
import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the approval to the writing in an org that people work in: what changed there, its name typed, and the time. */
class CommitPageTest {
    private PaperServer server;
    private String path;
    private Visitor otto;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        open(new PaperServer(PaperPlan.policy(), true));
    }

    /** With an approved proposal in it. */
    private void open(PaperServer opened) throws IOException, InterruptedException {
        server = opened;
        path = "/proposals/" + server.proposal();
        otto = new Visitor(server, "otto");
        var proposals = server.part(ProposalService.class);
        var aida = person("aida");
        var now = proposals.submit(PaperOrg.ID, server.proposal(), proposal().revision(), person("olga"));
        var all = Selection.matching(LineFilter.MOVES);
        now = proposals
                .decide(PaperOrg.ID, now.id(), now.revision(), all, Decision.APPROVED, null, aida)
                .proposal();
        now = proposals
                .decideStamps(PaperOrg.ID, now.id(), now.revision(), Decision.APPROVED, null, aida)
                .proposal();
        proposals.approve(PaperOrg.ID, now.id(), now.revision(), aida);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** The map is asked for while people act; its answer may come between what they did and the page that says so. */
    @Test
    void what_is_loaded_late_leaves_a_notice_to_its_page() throws IOException, InterruptedException {
        assertThat(otto.get(path + "/map").headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("fairpatch_notice"));
    }

    @Test
    void who_commits_from_two_tabs_at_once_is_led_to_the_one_run() {
        var form = form(fields("Northwind"));
        var answers = Stream.of(1, 2)
                .map(tab -> CompletableFuture.supplyAsync(() -> sent(form)))
                .toList();
        assertThat(answers.stream().map(CompletableFuture::join)).containsOnly("/commits/" + server.proposal() + "-r1");
        untilTheEnd();
        assertThat(server.part(CommitQueries.class)
                        .outcome(PaperOrg.ID, server.proposal())
                        .moves()
                        .pending())
                .isZero();
    }

    /** Where it leads to. */
    private String sent(String form) {
        try {
            return otto.send(path + "/commit", form)
                    .headers()
                    .firstValue("Location")
                    .orElse("nowhere");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_changed_what_and_when_is_told_on_opening_and_the_row_is_skipped()
            throws IOException, InterruptedException {
        String account = server.part(ProposalQueries.class).moves(PaperOrg.ID, server.proposal()).keySet().stream()
                .findFirst()
                .orElseThrow()
                .value();
        server.part(PaperOrg.class)
                .change(account, "Territory__c", "Elsewhere", "005000000000077", "2026-03-01T10:00:00Z");

        assertThat(otto.get(path + "/drift").body())
                .contains("1 account was changed in the org", "(empty) is now Elsewhere")
                .contains("005000000000077", "2026-03-01T10:00:00Z");
        commit("Northwind");

        var counts = server.part(CommitQueries.class).outcome(PaperOrg.ID, server.proposal());
        assertThat(counts.moves().drifted()).isEqualTo(1);
        assertThat(otto.get(path + "/drift").body())
                .as("our own writes are no drift")
                .doesNotContain("is now");
    }

    @Test
    void a_production_org_is_written_to_only_when_its_name_was_typed() throws IOException, InterruptedException {
        for (String typed : new String[] {"", "northwind", "Northwind "}) {
            assertThat(send(typed)).as("typed: " + typed).isEqualTo(400);
        }
        assertThat(proposal().state()).isEqualTo(ProposalState.APPROVED);
        assertThat(otto.get(path + "/commit").body()).contains("Type the org's name, Northwind");
        assertThat(otto.get(path).body())
                .as("what comes along is said before")
                .contains("No move touches a deal that is open.", "The owner of no account changes");

        commit("Northwind");

        assertThat(proposal().state()).isEqualTo(ProposalState.COMMITTED);
        whatGoesOnIsSaidByTheHeading();
    }

    /** A notice would still speak of the beginning when the page, loading its part again, has come to the end. */
    private void whatGoesOnIsSaidByTheHeading() throws IOException, InterruptedException {
        String run =
                otto.get(path + "/receipts").headers().firstValue("Location").orElseThrow();
        assertThat(otto.get(run).body()).contains("are in the org, read back equal");
        server.part(Jdbi.class).useHandle(h -> h.execute("UPDATE commit_run SET state = 'RUNNING'"));
        assertThat(otto.get(run).body()).contains("Under way: ");

        var stopped = otto.send(run + "/stop", form(Map.of()));

        assertThat(stopped.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("notice"));
        assertThat(otto.get(run).body()).contains("Stopping after this batch: ");
    }

    @Test
    void a_commit_starts_by_itself_at_its_time_and_says_why_when_it_can_not() throws IOException, InterruptedException {
        var due = server.part(ScheduledCommits.class);
        assertThat(schedule(-1)).as("a time that is past").isGreaterThanOrEqualTo(400);
        assertThat(schedule(1)).isEqualTo(303);
        assertThat(otto.get(path).body()).contains("Change the time");
        assertThat(due.startDue(PaperOrg.ID)).as("before its time").isZero();

        itIsTime();
        otto(Role.VIEWER);
        assertThat(due.startDue(PaperOrg.ID)).isZero();
        assertThat(proposal().state()).isEqualTo(ProposalState.APPROVED);
        assertThat(otto.get(path).body()).contains("The commit did not start at its time", "may not write approved");

        otto(Role.OPS);
        assertThat(due.startDue(PaperOrg.ID)).as("its time was taken back").isZero();
        assertThat(schedule(1)).isEqualTo(303);
        itWasTime("25 hours");
        assertThat(due.startDue(PaperOrg.ID)).as("nothing ran at its time").isZero();
        assertThat(otto.get(path).body()).contains("did not start at its time, and that is over a day ago");
        assertThat(schedule(1)).isEqualTo(303);
        itIsTime();
        assertThat(due.startDue(PaperOrg.ID)).isEqualTo(1);
        assertThat(due.startDue(PaperOrg.ID)).as("a second replica").isZero();
        untilTheEnd();
        assertThat(proposal().state()).isEqualTo(ProposalState.COMMITTED);
    }

    @Test
    void in_quiet_hours_a_commit_waits_unless_somebody_insists() throws IOException, InterruptedException {
        server.close();
        var halves = List.of(new QuietHours(List.of(), "00:00", "12:00"), new QuietHours(List.of(), "12:00", "00:00"));
        open(new PaperServer(PaperPlan.policy(), true, new CalendarConfig(1, "UTC", List.of(), halves, null)));

        assertThat(send("Northwind")).isGreaterThanOrEqualTo(400);
        assertThat(schedule(1)).isEqualTo(303);
        itWasTime("3 days");
        assertThat(server.part(ScheduledCommits.class).startDue(PaperOrg.ID)).isZero();
        assertThat(otto.get(path).body()).as("its time is kept").contains("Change the time");
        assertThat(proposal().state()).isEqualTo(ProposalState.APPROVED);

        assertThat(send("Northwind", "insist")).isEqualTo(303);
        untilTheEnd();
        assertThat(proposal().state()).isEqualTo(ProposalState.COMMITTED);
    }

    private int schedule(int days) throws IOException, InterruptedException {
        var at = LocalDateTime.now(ZoneOffset.UTC).plusDays(days).truncatedTo(ChronoUnit.MINUTES);
        return otto.send(path + "/schedule", form(Map.of("at", at.toString()))).statusCode();
    }

    private void itIsTime() {
        itWasTime("1 minute");
    }

    private void itWasTime(String ago) {
        server.part(Jdbi.class)
                .useHandle(h -> h.execute(
                        "UPDATE proposal SET scheduled_for = now() - CAST(? AS interval) WHERE id = ?",
                        ago,
                        server.proposal()));
    }

    private void otto(Role role) {
        server.part(PersonStore.class).save(new Person(PaperOrg.ID, "otto", "Otto Brandt", Set.of(role), null, false));
    }

    private void commit(String typed) throws IOException, InterruptedException {
        assertThat(send(typed)).isEqualTo(303);
        untilTheEnd();
    }

    /** @param ticked boxes of the form */
    private int send(String typed, String... ticked) throws IOException, InterruptedException {
        var fields = fields(typed);
        for (String box : ticked) {
            fields.put(box, "yes");
        }
        var answer = otto.send(path + "/commit", form(fields));
        if (answer.statusCode() == 303) {
            assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("notice"));
        }
        return answer.statusCode();
    }

    private Map<String, String> fields(String typed) {
        var approved = proposal();
        return new HashMap<>(Map.of(
                "version",
                String.valueOf(approved.version()),
                "fingerprint",
                String.valueOf(approved.fingerprint()),
                "confirm",
                typed));
    }

    private String form(Map<String, String> fields) {
        var all = otto.signed(fields);
        all.put("revision", String.valueOf(proposal().revision()));
        return Visitor.form(all);
    }

    private void untilTheEnd() {
        var jobs = server.part(Jobs.class);
        jobs.await(jobs.recent(PaperOrg.ID.value(), 1).get(0).id(), view -> {});
    }

    private ProposalSummary proposal() {
        return server.part(ProposalQueries.class).get(PaperOrg.ID, server.proposal());
    }

    private Person person(String name) {
        return server.part(PersonStore.class).find(PaperOrg.ID, name).orElseThrow();
    }
}
