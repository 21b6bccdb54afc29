package io.fairpatch.web.view;

import java.util.List;

/**
 * Why one account has its score and its potential, in parts that add up.
 *
 * @param odds the win probability with its sample
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
        List<String> assumptions,
        List<Fact> territory) {
    public AccountDetailPage {
        facts = List.copyOf(facts);
        assumptions = List.copyOf(assumptions);
        territory = List.copyOf(territory);
    }
}
