package io.fairpatch.web.proposal;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.review.Pictures.SideEffects;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.List;

/** What the moves bring with them in the CRM, or may, in sentences. */
final class SideEffectWords {
    private SideEffectWords() {}

    static List<String> of(SideEffects effects, WritePolicyConfig policy) {
        if (effects.moves() == 0) {
            return List.of("Nothing: no account that is known here changes its rep.");
        }
        var sentences = new ArrayList<String>();
        sentences.add(
                effects.withDeals() == 0
                        ? "No move touches a deal that is open."
                        : Show.count(effects.withDeals(), "move touches", "moves touch") + " "
                                + Show.count(effects.deals(), "open deal", "open deals") + " worth "
                                + Show.money(effects.dealCents()) + ".");
        if (policy.ownerId()) {
            sentences.add("The owner of " + Show.count(effects.moves(), "account", "accounts")
                    + " changes, so that Salesforce recalculates who can see them.");
            sentences.add("Their " + Show.count(effects.contacts(), "contact", "contacts")
                    + " and open deals go along only as the commit page says; account team members of the old owner may be"
                    + " removed, which the commit page counts.");
        } else {
            sentences.add("The owner of no account changes: deals, the "
                    + Show.count(effects.contacts(), "contact", "contacts")
                    + " of these accounts, team members and sharing stay as they are.");
        }
        if (effects.named() > 0) {
            sentences.add(Show.count(effects.named(), "named or pinned account moves", "named or pinned accounts move")
                    + ": look at them first.");
        }
        return sentences;
    }
}
