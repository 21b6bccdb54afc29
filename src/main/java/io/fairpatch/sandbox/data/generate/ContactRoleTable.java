package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.List;
import java.util.stream.Stream;

/** Who at the customer a deal is with: the primary contact of most deals and the part it plays. */
final class ContactRoleTable {
    private static final double NAMED = 0.8;
    private static final List<String> ROLES =
            List.of("Decision Maker", "Economic Buyer", "Technical Buyer", "Executive Sponsor", "Evaluator");

    private ContactRoleTable() {}

    static OrgTable of(World world) {
        return new Columns<Role>("OpportunityContactRole")
                .add("Id", role -> "OCR-" + role.deal.id().substring(4))
                .add("OpportunityId", role -> role.deal.id())
                .add("ContactId", role -> ContactTable.idOf(role.deal.account(), role.contact))
                .add("Role", Role::role)
                .add("IsPrimary", role -> true)
                .table(() -> world.accounts()
                        .filter(account -> account.contacts() > 0)
                        .flatMap(account -> roles(world, account)));
    }

    private static Stream<Role> roles(World world, Draft account) {
        Dice dice = Dice.of(world.config().seed(), "contact roles", account.number());
        return OpportunityTable.deals(world, account)
                .filter(deal -> dice.chance(NAMED))
                .map(deal -> new Role(deal, dice.between(0, account.contacts() - 1), dice.pick(ROLES)));
    }

    private record Role(Deal deal, int contact, String role) {}
}
