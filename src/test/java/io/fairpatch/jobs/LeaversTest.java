package io.fairpatch.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountDraft;
import io.fairpatch.model.OrgUser;
import io.fairpatch.model.RampStage;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts of people who work no more have a former rep, and a plan may say so. */
class LeaversTest {
    private static final SalesforceId WORKS = SalesforceId.of("005000000000001");
    private static final SalesforceId LEFT = SalesforceId.of("005000000000002");
    private static final SalesforceId PORTAL = SalesforceId.of("005000000000003");
    private static final SalesforceId GONE = SalesforceId.of("005000000000004");

    @Test
    void an_account_of_a_leaver_is_known_to_have_been_theirs() {
        var leavers = new Leavers(List.of(
                user(WORKS, true, "Standard"), user(LEFT, false, "Standard"), user(PORTAL, false, "CspLitePortal")));
        var worked = new Rep(WORKS, "Ana", null, null, true, null, RampStage.RAMPED, Set.of(), Set.of(), null);
        var current = new HashMap<>(Map.of(id(1), WORKS));

        leavers.complete(current, List.of(account(1, LEFT), account(2, LEFT), account(3, PORTAL), account(4, GONE)));

        assertThat(current).containsOnly(Map.entry(id(1), WORKS), Map.entry(id(2), LEFT));
        assertThat(leavers.with(List.of(worked), current))
                .extracting(rep -> rep.name() + " " + rep.active())
                .containsExactly("Ana true", "User " + LEFT + " false");
    }

    private static SalesforceId id(int number) {
        return SalesforceId.of("001%012d".formatted(number));
    }

    private static Account account(int number, @Nullable SalesforceId owner) {
        return new AccountDraft(id(number))
                .name("Account " + number)
                .owner(owner)
                .account();
    }

    private static OrgUser user(SalesforceId id, boolean active, String type) {
        return new OrgUser(
                id,
                "User " + id,
                null,
                null,
                active,
                type,
                null,
                null,
                null,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null);
    }
}
