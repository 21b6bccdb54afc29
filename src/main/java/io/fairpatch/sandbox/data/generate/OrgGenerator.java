package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Invents a whole org: the team, its accounts with contacts, deals and activities. Rows are made while they are read
 * and are the same in every pass, so that a million accounts take no more memory than a thousand. Safe for threads.
 */
public final class OrgGenerator {
    /** The org; every lookup points into a table that comes earlier, but for accounts' and users' own parents. */
    public OrgData generate(GeneratorConfig config) {
        World world = World.of(config);
        var quotas = new Quotas(world);
        List<OrgTable> tables = new ArrayList<>(UserTable.of(world, quotas));
        tables.add(quotas.table());
        tables.add(AccountTable.of(world));
        tables.add(ContactTable.of(world));
        tables.add(DealStage.table());
        tables.add(OpportunityTable.of(world));
        tables.add(ContactRoleTable.of(world));
        tables.addAll(Product.tables());
        tables.add(LineItemTable.of(world));
        tables.addAll(ActivityTables.of(world));
        return new OrgData(DemoFields.all(), List.copyOf(tables));
    }

    /** What was planted in the org of this config; takes a pass over its accounts. */
    public Truth truth(GeneratorConfig config) {
        return Truth.of(World.of(config));
    }
}
