package io.fairpatch.review;

import io.fairpatch.model.Counts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pure: what a change means for one rep, in plain words. It names whom an account goes to, and never what another rep
 * has, reaches or scores: only the texts that go into the CRM are quoted, which keep to the same rule.
 */
public final class RepLetter {
    private static final int MOST_NAMED = 10;

    private RepLetter() {}

    /** An account that comes or goes. */
    public record Change(String account, String reason) {}

    /**
     * An account that was to come or to go and stays where it is, as its change could not be written.
     *
     * @param comes whether it was to come
     */
    public record Stays(String account, boolean comes, Unwritten why) {
        private String sentence() {
            return account + " was to " + (comes ? "come to you" : "go") + ": " + why.words() + ".";
        }
    }

    /**
     * Sentences, the sum first.
     *
     * @param ratio potential over target, null without a target
     * @param effective from when, null when it is already so
     */
    public static List<String> of(
            String rep,
            String territory,
            int accounts,
            long potentialCents,
            @Nullable Double ratio,
            @Nullable LocalDate effective,
            List<Change> come,
            List<Change> go,
            List<Stays> stay) {
        var sentences = new ArrayList<String>();
        String from = effective == null ? "Your" : "From " + effective + " your";
        String share = ratio == null ? "" : String.format(Locale.ROOT, ", %.0f %% of your target", ratio * 100);
        sentences.add(String.format(
                Locale.ROOT,
                "%s territory %s has %s with a potential of %,d a year%s.",
                from,
                territory,
                Counts.of(accounts, "account", "accounts"),
                Math.round(potentialCents / 100.0),
                share));
        if (effective != null && come.isEmpty() && go.isEmpty()) {
            sentences.add("No account comes and none goes.");
        }
        name(
                sentences,
                come.stream().map(RepLetter::sentence).toList(),
                come.size() == 1 ? "1 account comes to you." : come.size() + " accounts come to you.");
        name(
                sentences,
                go.stream().map(RepLetter::sentence).toList(),
                go.size() == 1 ? "1 account goes." : go.size() + " accounts go.");
        name(
                sentences,
                stay.stream().map(Stays::sentence).toList(),
                stay.size() == 1
                        ? "1 change was approved and is not written: the account stays where it is."
                        : stay.size()
                                + " changes were approved and are not written: the accounts stay where they are.");
        sentences.add("If something looks wrong, " + rep + ", say so: people read it and can change it.");
        return sentences;
    }

    private static String sentence(Change change) {
        return change.account() + ": " + change.reason();
    }

    private static void name(List<String> sentences, List<String> changes, String head) {
        if (changes.isEmpty()) {
            return;
        }
        sentences.add(head);
        changes.stream().limit(MOST_NAMED).forEach(sentences::add);
        if (changes.size() > MOST_NAMED) {
            sentences.add("And " + (changes.size() - MOST_NAMED) + " more, listed in your territory.");
        }
    }
}
