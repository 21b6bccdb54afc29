package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.config.DecidingConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.review.ChangeKind;
import io.fairpatch.review.Contests;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.SampleProposal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who decides follows the kind of change, whichever way the word comes in. Olga made both proposals; Mona leads the east,
 * Milo the west, Bo the two reps of the redesign.
 */
@Tag("H1")
@Tag("H4")
@Tag("I8")
class DecidersTest {
    private static final long MOST = 60_000;
    private static final WritePolicyConfig POLICY = PaperPlan.policy(new DecidingConfig(
            new DecidingConfig.Routine(List.of("travel"), true, 2, MOST),
            0.3,
            5,
            new DecidingConfig.Thresholds(20, null, null)));

    static Stream<Arguments> ways() {
        return Stream.of(
                way("pages", WayIn.Page::new), way("API", WayIn.Api::new), way("commands", WayIn.Command::new));
    }

    private static Arguments way(String name, Function<PaperServer, WayIn> way) {
        return Arguments.of(name, way);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void each_kind_of_change_is_decided_by_whom_the_policy_names(String name, Function<PaperServer, WayIn> way)
            throws IOException, InterruptedException {
        try (var server = new PaperServer(POLICY)) {
            var desk = new ReviewDesk(server, way.apply(server), new PaperPlan().draft(POLICY));
            var found = new LinkedHashMap<String, String>();
            for (var word : words(desk).entrySet()) {
                found.put(
                        word.getKey(),
                        desk.say(word.getValue().account(), word.getValue().words()));
            }
            assertThat(found).containsExactlyEntriesOf(expected());

            assertThat(desk.whole("olga", "mona", "otto", "otto", "aida"))
                    .as("above a threshold one more person, and nobody twice")
                    .containsExactly(
                            "IN_REVIEW []",
                            "IN_REVIEW []",
                            "IN_REVIEW [otto]",
                            "IN_REVIEW [otto]",
                            "APPROVED [aida, otto]");
            desk.way.commit("olga", desk.proposal);
            assertThat(desk.state()).as("the author commits").startsWith("APPROVED");
            aRedesign(server, way.apply(server));
        }
    }

    /** Managers are heard, ops decides, and an approver is needed for the whole. */
    private static void aRedesign(PaperServer server, WayIn way) throws IOException, InterruptedException {
        server.part(PersonStore.class)
                .save(new Person(PaperOrg.ID, "bo", "Bo", Set.of(Role.MANAGER), SampleProposal.BOSS, true));
        var desk = new ReviewDesk(server, way, redesign());
        String account = desk.accounts(ChangeKind.REDESIGN, "true").get(0);

        assertThat(desk.say(account, "bo yes")).isEqualTo("UNDECIDED");
        assertThat(desk.say(account, "otto yes")).isEqualTo("APPROVED by otto");
        assertThat(desk.whole("otto", "aida")).containsExactly("IN_REVIEW [otto]", "APPROVED [aida, otto]");
    }

    @Test
    void a_contested_account_stays_once_its_deadline_is_over_though_nobody_comes_by()
            throws IOException, InterruptedException {
        try (var server = new PaperServer(POLICY)) {
            var desk = new ReviewDesk(server, new WayIn.Api(server), new PaperPlan().draft(POLICY));
            var account = desk.accounts(ChangeKind.BETWEEN_TEAMS, "true").get(0);
            desk.say(account, "mona yes, milo no");
            var contests = server.part(Contests.class);

            assertThat(contests.expireAll(PaperOrg.ID))
                    .as("before its deadline")
                    .isZero();
            server.part(Jdbi.class)
                    .useHandle(
                            h -> h.execute("UPDATE proposal_line SET contested_by = contested_by - interval '6 days'"));
            assertThat(contests.expireAll(PaperOrg.ID)).isEqualTo(1);
            assertThat(contests.expireAll(PaperOrg.ID)).as("a second time").isZero();

            assertThat(desk.now(account)).isEqualTo("DECLINED by fairpatch, contested");
            var olga = new Visitor(server, "olga");
            assertThat(olga.get("/proposals/" + desk.proposal + "/conflicts").body())
                    .contains("0 contested accounts wait", "no approver decided before the deadline: it stays.")
                    .doesNotContain("else it stays where it is");
            assertThat(olga.get("/timeline").body()).contains("Left contested accounts where they are in");
        }
    }

    private static ProposalDraft redesign() {
        var accounts = IntStream.range(0, 30)
                .mapToObj(i -> SampleProposal.accountRecord(
                        SampleProposal.account(i), "Account " + i, SampleProposal.ANA.id()))
                .toList();
        return SampleProposal.draft(PaperOrg.ID, accounts, SampleProposal.ANA, SampleProposal.BEN, POLICY);
    }

    private record Said(String account, String words) {}

    private static Map<String, Said> words(ReviewDesk desk) {
        var east = "(from_manager = '" + PaperPlan.EAST.value() + "' OR to_manager = '" + PaperPlan.EAST.value() + "')";
        var small = desk.accounts(ChangeKind.ROUTINE, east + " AND potential_cents <= " + MOST * 100);
        var large = desk.accounts(ChangeKind.ROUTINE, east + " AND potential_cents > " + MOST * 100);
        var between = desk.accounts(ChangeKind.BETWEEN_TEAMS, "true");
        desk.name(small.get(0));
        var all = new LinkedHashMap<String, Said>();
        all.put("routine, a named account", new Said(small.get(0), "mona yes"));
        all.put("routine, too large", new Said(large.get(0), "mona yes"));
        all.put("routine, a rep and a viewer", new Said(small.get(1), "rita yes, vera yes"));
        all.put("routine, the author", new Said(small.get(1), "olga yes"));
        all.put("routine, the manager", new Said(small.get(1), "mona yes"));
        all.put("routine, a no", new Said(small.get(2), "mona no"));
        all.put("between teams, one manager", new Said(between.get(0), "milo yes"));
        all.put("between teams, the other too", new Said(between.get(0), "mona yes"));
        all.put("between teams, both against", new Said(between.get(1), "milo no, mona no"));
        all.put("between teams, one against", new Said(between.get(2), "milo no, mona yes"));
        all.put("contested, a manager and ops", new Said(between.get(2), "mona yes, otto yes"));
        all.put("contested, an approver", new Said(between.get(2), "aida yes"));
        all.put("routine, beyond the number", new Said(small.get(3), "mona yes"));
        all.put("beyond the number, ops", new Said(small.get(3), "otto yes"));
        return all;
    }

    private static Map<String, String> expected() {
        var all = new LinkedHashMap<String, String>();
        all.put("routine, a named account", "UNDECIDED");
        all.put("routine, too large", "UNDECIDED");
        all.put("routine, a rep and a viewer", "UNDECIDED");
        all.put("routine, the author", "UNDECIDED");
        all.put("routine, the manager", "APPROVED by mona");
        all.put("routine, a no", "DECLINED by mona");
        all.put("between teams, one manager", "UNDECIDED");
        all.put("between teams, the other too", "APPROVED by mona");
        all.put("between teams, both against", "DECLINED by mona");
        all.put("between teams, one against", "UNDECIDED, contested");
        all.put("contested, a manager and ops", "UNDECIDED, contested");
        all.put("contested, an approver", "APPROVED by aida, contested");
        all.put("routine, beyond the number", "UNDECIDED");
        all.put("beyond the number, ops", "APPROVED by otto");
        return all;
    }
}
