package io.fairpatch.web.view;

import java.util.List;

/**
 * Why one account has its score and its potential, in parts that add up.
 *
 * @param odds the win probability with its sample
 * @param learned parts of the win probability's log-odds, without steps where the rules said it
 * @param profile who should cover it and why
 * @param earlier earlier scorings, newest first
 * @param territory what the org's territory fields hold, empty when it never had any
 */
public record AccountDetailPage(
        Shell shell,
        String back,
        String name,
        String kind,
        String headline,
        List<Fact> facts,
        Waterfall score,
        Waterfall potential,
        String odds,
        Waterfall learned,
        List<String> assumptions,
        List<Fact> profile,
        DealingsPart dealings,
        List<Earlier> earlier,
        List<Fact> territory) {
    public AccountDetailPage {
        facts = List.copyOf(facts);
        assumptions = List.copyOf(assumptions);
        profile = List.copyOf(profile);
        earlier = List.copyOf(earlier);
        territory = List.copyOf(territory);
    }

    /** What an earlier scoring said. */
    public record Earlier(String scored, int version, String score, String tier, long potentialCents) {}
}
