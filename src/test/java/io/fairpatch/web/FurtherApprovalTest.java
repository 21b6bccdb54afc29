package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.DecidingConfig;
import io.fairpatch.config.DecidingConfig.Thresholds;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.AccountScore;
import io.fairpatch.review.ProposalDraft;
import io.fairpatch.review.SampleProposal;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Above any threshold of the write policy one more person approves the whole, whichever way the word comes in. */
@Tag("H4")
@Tag("I8")
class FurtherApprovalTest {
    private static final int ACCOUNTS = 30;
    /** Every third account moves, and of these every second is protected. */
    private static final int MOVES = 10;

    private static final int PROTECTED = 5;

    @Test
    void above_a_threshold_two_people_other_than_the_author_approve() throws IOException, InterruptedException {
        long potential = potential();
        var passed = List.of(
                new Thresholds(MOVES - 1, null, null),
                new Thresholds(null, potential, null),
                new Thresholds(null, null, PROTECTED - 1));
        var kept = new Thresholds(MOVES, potential + 1, PROTECTED);
        try (var server = new PaperServer()) {
            for (var way : List.of(new WayIn.Page(server), new WayIn.Api(server), new WayIn.Command(server))) {
                for (var threshold : passed) {
                    assertThat(new ReviewDesk(server, way, draft(threshold)).whole("olga", "otto", "otto", "aida"))
                            .as("%s, %s: never the author, and nobody twice", way, threshold)
                            .containsExactly(
                                    "IN_REVIEW []", "IN_REVIEW [otto]", "IN_REVIEW [otto]", "APPROVED [aida, otto]");
                }
            }
            assertThat(new ReviewDesk(server, new WayIn.Api(server), draft(kept)).whole("olga", "otto"))
                    .as("at or just below each threshold")
                    .containsExactly("IN_REVIEW []", "APPROVED [otto]");
        }
    }

    /** What moves a year, in whole units of the currency; some cents more in truth. */
    private static long potential() {
        var draft = draft(new Thresholds(null, null, null));
        long cents = draft.plan().moves().stream()
                .map(move -> draft.input().scores().get(move.account()))
                .mapToLong(AccountScore::potentialCents)
                .sum();
        assertThat(cents % 100).isPositive();
        return cents / 100;
    }

    private static ProposalDraft draft(Thresholds thresholds) {
        var accounts = IntStream.range(0, ACCOUNTS)
                .mapToObj(FurtherApprovalTest::account)
                .toList();
        return SampleProposal.draft(PaperOrg.ID, accounts, SampleProposal.ANA, SampleProposal.BEN, policy(thresholds));
    }

    private static Account account(int number) {
        return new AccountDraft(SampleProposal.account(number))
                .name("Account " + number)
                .owner(SampleProposal.ANA.id())
                .named(number % 2 == 0)
                .account();
    }

    private static WritePolicyConfig policy(Thresholds thresholds) {
        var usual = DecidingConfig.USUAL;
        return PaperPlan.policy(
                new DecidingConfig(usual.routine(), usual.redesignShare(), usual.contestedDays(), thresholds));
    }
}
