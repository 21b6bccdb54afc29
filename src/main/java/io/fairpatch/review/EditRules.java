package io.fairpatch.review;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.TreeSet;

/** Pure: what no hand may break. The planner keeps to the same rules. */
final class EditRules {
    private EditRules() {}

    /** Refuses with EDIT_RULE what a language, a clearance, an inactive rep or a named account forbids. */
    static void check(AccountFact account, BookView target) {
        String name = target.repName();
        if (!target.active()) {
            throw refused(account, name + " is not active", "choose a rep who works");
        }
        var speaks = target.skills().languages();
        if (account.language() != null && !speaks.isEmpty() && !speaks.contains(account.language())) {
            throw refused(
                    account,
                    name + " does not speak " + account.language(),
                    "choose a rep who does, or correct the languages in the org");
        }
        var missing = new TreeSet<>(account.compliance());
        missing.removeAll(target.skills().clearances());
        if (!missing.isEmpty()) {
            throw refused(
                    account,
                    name + " is not cleared for " + String.join(", ", missing),
                    "choose a rep who is, or correct the clearances in the org");
        }
        boolean leaves =
                account.rep() != null && !account.rep().equals(target.book().rep());
        if (account.named() && leaves) {
            throw refused(
                    account,
                    "it is a named or pinned account and stays with its rep",
                    "end the pin, or take the account off the named accounts in the org");
        }
    }

    private static RuntimeException refused(AccountFact account, String why, String advice) {
        return Problem.of(ErrorCode.EDIT_RULE, account.name() + " can't go there")
                .at("account " + account.account())
                .because(why)
                .maybe(advice)
                .exception();
    }
}
