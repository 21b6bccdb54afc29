package io.fairpatch.jobs;

import io.fairpatch.commit.AlongWith;
import io.fairpatch.commit.Departed;
import io.fairpatch.commit.Territories;
import io.fairpatch.commit.Touched;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Counts;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a commit brings beyond the fields it writes, in sentences, for whoever is about to begin it. Thread-safe. */
@Singleton
public class Foreseen {
    private static final int MOST_NAMES = 10;

    private final Departed departed;
    private final Territories territories;
    private final Touched touched;
    private final CurrentOrg current;
    private final WritePolicyConfig policy;

    Foreseen(
            Departed departed, Territories territories, Touched touched, CurrentOrg current, WritePolicyConfig policy) {
        this.departed = departed;
        this.territories = territories;
        this.touched = touched;
        this.current = current;
        this.policy = policy;
    }

    /** By the org as it is now; none of who left when it does not say. */
    public List<String> of(ProposalSummary proposal) {
        return Stream.of(leavers(proposal), territories(proposal), AlongWith.sentences(policy, touched.by(proposal)))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> leavers(ProposalSummary proposal) {
        try {
            return departed.of(proposal, current.connection().reader()).stream()
                    .map(Foreseen::sentence)
                    .toList();
        } catch (FairpatchException e) {
            return List.of();
        }
    }

    private List<String> territories(ProposalSummary proposal) {
        if (!policy.associates()) {
            return List.of();
        }
        try {
            Map<String, Integer> unknown =
                    territories.unknown(proposal, current.connection().reader());
            return unknown.isEmpty() ? List.of() : List.of(sentence(unknown));
        } catch (FairpatchException e) {
            return List.of("The org's own territories can't be read, so accounts may get no association with them: "
                    + e.problem().what() + ".");
        }
    }

    private static String sentence(Departed.Receiver left) {
        return Counts.of(left.accounts(), "account goes", "accounts go") + " to " + left.name()
                + ", who is not active in the org any more. The org takes that without a word: change the"
                + " moves first if somebody else should have them.";
    }

    private static String sentence(Map<String, Integer> unknown) {
        int accounts = unknown.values().stream().mapToInt(Integer::intValue).sum();
        var names = unknown.keySet().stream().limit(MOST_NAMES).toList();
        int further = unknown.size() - names.size();
        return "The org's active territory model does not have exactly one territory of each of these names: "
                + String.join(", ", names) + (further == 0 ? "" : " and " + Counts.of(further) + " more") + ". "
                + Counts.of(accounts, "account gets", "accounts get")
                + " no association with a new one, and later commits do not make up for it: create or rename the"
                + " territories first.";
    }
}
