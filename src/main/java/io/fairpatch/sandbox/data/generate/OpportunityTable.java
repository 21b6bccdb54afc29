package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Opportunities as rows. */
final class OpportunityTable {
    private OpportunityTable() {}

    static OrgTable of(World world) {
        return new Columns<Deal>("Opportunity")
                .add("Id", Deal::id)
                .add("AccountId", deal -> deal.account().id())
                .add("OwnerId", deal -> deal.owner().id())
                .add("Name", Deal::name)
                .add("StageName", deal -> deal.stage().label)
                .add("Amount", Deal::amount)
                .add("Probability", deal -> deal.stage().probability)
                .add("CloseDate", Deal::close)
                .add("CreatedDate", deal -> deal.created() + "T09:00:00.000Z")
                .add("Type", deal -> deal.account().profile().customer() ? "Existing Business" : "New Business")
                .add("LeadSource", Deal::source)
                .add("IsClosed", deal -> deal.stage().closed())
                .add("IsWon", deal -> deal.stage() == DealStage.WON)
                .table(() -> world.accounts().flatMap(account -> deals(world, account)));
    }

    static Stream<Deal> deals(World world, Draft account) {
        Dice dice = Dice.of(world.config().seed(), "opportunities", account.number());
        return IntStream.range(0, account.opportunities()).mapToObj(number -> Deal.draw(world, account, number, dice));
    }
}
