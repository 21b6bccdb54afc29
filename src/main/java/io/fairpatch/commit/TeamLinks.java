package io.fairpatch.commit;

import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.review.FieldValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes account teams before owners change, and sets up again what the org dissolved. */
final class TeamLinks {
    private static final String OWNER = "OwnerId";
    private static final List<String> FIELDS = List.of(
            "AccountId",
            "UserId",
            "TeamMemberRole",
            "AccountAccessLevel",
            "OpportunityAccessLevel",
            "CaseAccessLevel",
            "ContactAccessLevel");

    private final Ledger ledger;
    private final OrgReader reader;
    private final Links links;

    TeamLinks(Ledger ledger, OrgReader reader, Links links) {
        this.ledger = ledger;
        this.reader = reader;
        this.links = links;
    }

    /** Durable before the owners change: the teams of those rows that are about to get another owner. */
    void note(List<WriteIntent> guarded) {
        List<String> accounts = guarded.stream()
                .filter(row -> row.after().values().containsKey(OWNER))
                .filter(row ->
                        !Objects.equals(row.after().get(OWNER), row.base().get(OWNER)))
                .map(WriteIntent::account)
                .toList();
        if (!accounts.isEmpty()) {
            List<Link> members = members(accounts).stream().map(this::link).toList();
            ledger.linksPlanned(Link.MEMBER, accounts, members);
        }
    }

    /** Sets up what is gone; the team of an account whose owner was not changed needs nothing. */
    void restore() {
        Map<String, Boolean> written = ledger.written();
        List<Link> planned = ledger.plannedLinks(Link.MEMBER);
        ledger.linksSettled(planned.stream()
                .filter(link -> Boolean.FALSE.equals(written.get(link.account())))
                .map(link -> link.become(LinkState.LEFT, "OWNER_KEPT", "The account's owner was not changed"))
                .toList());
        List<Link> lost = planned.stream()
                .filter(link -> Boolean.TRUE.equals(written.get(link.account())))
                .toList();
        List<String> accounts = lost.stream().map(Link::account).distinct().toList();
        links.insert(lost, () -> held(accounts));
    }

    private Map<String, String> held(List<String> accounts) {
        var held = new HashMap<String, String>();
        members(accounts)
                .forEach(row -> held.put(
                        Links.key(row.getOrDefault("AccountId", ""), row.getOrDefault("UserId", "")),
                        row.getOrDefault("Id", "")));
        return held;
    }

    private List<Map<String, String>> members(List<String> accounts) {
        ObjectSchema schema = reader.describe(Link.MEMBER);
        String fields = FIELDS.stream()
                .filter(field ->
                        schema.field(field).map(FieldSchema::createable).orElse(false))
                .collect(Collectors.joining(", "));
        String select = "SELECT Id, " + fields + " FROM " + Link.MEMBER;
        return SoqlRows.readOf(reader, Link.MEMBER, select, "AccountId", accounts, ledger::keepLease);
    }

    private Link link(Map<String, String> row) {
        var values = new TreeMap<String, @Nullable String>();
        FIELDS.stream()
                .filter(field -> !row.getOrDefault(field, "").isEmpty())
                .forEach(field -> values.put(field, row.get(field)));
        String user = row.getOrDefault("UserId", "");
        String role = row.getOrDefault("TeamMemberRole", "");
        return Link.insert(
                ledger.run().id(), Link.MEMBER, row.getOrDefault("AccountId", ""), user, role, FieldValues.of(values));
    }
}
