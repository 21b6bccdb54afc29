package io.fairpatch.commit;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** In sentences, before anything is written: what the org and we do along with the fields. */
public final class AlongWith {
    private static final Set<String> DEALS =
            Set.of("TransferOwnedOpenOpportunities", "TransferOthersOpenOpportunities");
    private static final String CONTACTS = "TransferContacts";
    private static final String KEEP_TEAM = "KeepAccountTeam";

    private AlongWith() {}

    /**
     * One sentence for each; none when the policy asks for nothing but fields.
     *
     * @param counts what hangs on the accounts that move
     */
    public static List<String> sentences(WritePolicyConfig policy, Touched.Counts counts) {
        var sentences = new ArrayList<String>();
        if (policy.ownerId()) {
            sentences.add(owners(policy, counts));
            sentences.add(teams(policy));
            sentences.add("The org recalculates sharing on " + Counts.of(counts.accounts(), "account", "accounts")
                    + ", and sets off its own automations.");
        }
        if (policy.associates()) {
            sentences.add(associations(counts));
        }
        return sentences;
    }

    /** Whether what is written ends with the fields that were named. */
    public static String closing(WritePolicyConfig policy) {
        return policy.ownerId() || policy.associates() ? "No other field." : "Nothing else.";
    }

    private static String owners(WritePolicyConfig policy, Touched.Counts counts) {
        Set<String> options = policy.ownerOptionNames();
        boolean deals = options.stream().anyMatch(DEALS::contains);
        return Counts.of(counts.accounts(), "account gets", "accounts get")
                + " another owner. On them, as of the last sync, "
                + Counts.of(counts.openDeals(), "open opportunity", "open opportunities")
                + (deals ? " (going along, as ownerOptions says)" : " (staying with their owners)") + " and "
                + Counts.of(counts.contacts(), "contact", "contacts")
                + (options.contains(CONTACTS) ? " (going along)." : " (staying).");
    }

    private static String teams(WritePolicyConfig policy) {
        if (policy.ownerOptionNames().contains(KEEP_TEAM)) {
            return "Account teams are kept (KeepAccountTeam).";
        }
        return policy.restoresTeams()
                ? "The org dissolves account teams; we note their members before, and set them up again after."
                : "The org dissolves account teams: set restoreTeams, or KeepAccountTeam, to have them afterwards.";
    }

    private static String associations(Touched.Counts counts) {
        return "The accounts' associations with the org's own territories follow: new ones are made first, then "
                + "former ones removed. Of " + Counts.of(counts.associations()) + " now, "
                + Counts.of(counts.ruleMade()) + " were made by assignment rules and stay.";
    }
}
