package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What was sold in won deals and is offered in open ones; the lines of a deal come to its amount. */
final class LineItemTable {
    private static final double SECOND_LINE = 0.3;
    private static final double SHARE_OF_FIRST = 0.7;

    private LineItemTable() {}

    static OrgTable of(World world) {
        return new Columns<Line>("OpportunityLineItem")
                .add("Id", Line::id)
                .add("OpportunityId", line -> line.deal.id())
                .add("Product2Id", line -> line.product.id())
                .add("PricebookEntryId", line -> line.product.entryId())
                .add("Quantity", line -> line.quantity)
                .add("UnitPrice", line -> line.total / (double) line.quantity)
                .add("TotalPrice", Line::total)
                .table(() -> world.accounts().flatMap(account -> lines(world, account)));
    }

    private static Stream<Line> lines(World world, Draft account) {
        Dice dice = Dice.of(world.config().seed(), "line items", account.number());
        return OpportunityTable.deals(world, account)
                .filter(deal -> deal.amount() != null && deal.stage() != DealStage.LOST)
                .flatMap(deal -> lines(deal, dice).stream());
    }

    private static List<Line> lines(Deal deal, Dice dice) {
        long amount = Objects.requireNonNull(deal.amount());
        var lines = new ArrayList<Line>(2);
        var first = Product.draw(dice);
        var second = Product.draw(dice);
        boolean two = dice.chance(SECOND_LINE) && EnumSet.of(first, second).size() == 2;
        long ofFirst = two ? Math.round(SHARE_OF_FIRST * amount) : amount;
        lines.add(Line.of(deal, 1, first, ofFirst));
        if (two) {
            lines.add(Line.of(deal, 2, second, amount - ofFirst));
        }
        return lines;
    }

    /** @param total dollars */
    private record Line(String id, Deal deal, Product product, long quantity, long total) {
        static Line of(Deal deal, int number, Product product, long total) {
            return new Line(
                    "OLI-" + deal.id().substring(4) + '-' + number,
                    deal,
                    product,
                    Math.max(1, total / product.listPrice),
                    total);
        }
    }
}
