package io.fairpatch.sandbox.data.generate;

import io.fairpatch.sandbox.data.OrgTable;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Contacts as rows. */
final class ContactTable {
    private static final List<String> TITLES =
            List.of("CEO", "CFO", "CIO", "VP Operations", "Director of IT", "Head of Purchasing", "Office Manager");

    private ContactTable() {}

    static OrgTable of(World world) {
        var columns = new Columns<Row>("Contact");
        columns.add("Id", row -> row.id)
                .add("AccountId", row -> row.account.id())
                .add("OwnerId", Row::ownerId)
                .add("FirstName", row -> row.name.first())
                .add("LastName", row -> row.name.last())
                .add("Title", row -> row.title)
                .add("Email", row -> row.email)
                .add("Phone", row -> row.phone)
                .add("MailingCity", row -> row.account.place().name())
                .add("MailingState", row -> row.account.place().state())
                .add("MailingCountry", row -> "United States");
        return columns.table(() -> world.accounts().flatMap(account -> {
            Dice dice = Dice.of(world.config().seed(), "contacts", account.number());
            return IntStream.range(0, account.contacts()).mapToObj(number -> Row.draw(dice, account, number));
        }));
    }

    /** @param number from 0, within the account */
    static String idOf(Draft account, int number) {
        return "CON-%07d-%d".formatted(account.number() + 1, number + 1);
    }

    private record Row(
            String id, Draft account, PersonName name, String title, @Nullable String email, @Nullable String phone) {

        static Row draw(Dice dice, Draft account, int number) {
            PersonName name = PersonName.draw(dice);
            String email = name.mailbox() + "@c" + account.number() + ".example";
            String phone = "(%03d) 555-01%02d".formatted(dice.between(201, 989), dice.between(0, 99));
            return new Row(
                    idOf(account, number),
                    account,
                    name,
                    dice.pick(TITLES),
                    dice.chance(0.9) ? email : null,
                    dice.chance(0.6) ? phone : null);
        }

        @Nullable
        String ownerId() {
            return account.owner() == null ? null : account.owner().id();
        }
    }
}
