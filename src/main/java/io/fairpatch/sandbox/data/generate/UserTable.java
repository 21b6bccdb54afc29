package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Place;
import io.fairpatch.sandbox.data.OrgTable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The team as users, with their roles and profiles. */
final class UserTable {
    private static final String LEADER = "PRO-LEADER";
    private static final String SELLER = "PRO-SELLER";

    private UserTable() {}

    static List<OrgTable> of(World world, Quotas quotas) {
        return List.of(profiles(), roles(), users(world, quotas));
    }

    private static OrgTable users(World world, Quotas quotas) {
        var columns = new Columns<Row>("User");
        columns.add("Id", row -> row.id)
                .add("FirstName", row -> row.name.first())
                .add("LastName", row -> row.name.last())
                .add("Name", row -> row.name.full())
                .add("Username", row -> mailbox(row) + "@fairpatch-demo.example")
                .add("Email", row -> mailbox(row) + "@mail.example")
                .add("Alias", row -> alias(row.id))
                .add("IsActive", row -> row.active)
                .add("ManagerId", row -> row.managerId)
                .add("UserRoleId", row -> row.roleId)
                .add("ProfileId", row -> row.profileId)
                .add("Title", row -> row.title)
                .add("Department", row -> "Sales")
                .add("City", row -> row.home.name())
                .add("State", row -> row.home.state())
                .add("PostalCode", row -> row.home.postalCode())
                .add("Country", row -> "United States")
                .add("TimeZoneSidKey", row -> row.home.timeZone())
                .add("Home_Postal_Code__c", row -> row.home.postalCode());
        selling(columns, quotas);
        return columns.table(() -> rows(world));
    }

    private static void selling(Columns<Row> columns, Quotas quotas) {
        columns.add("Sales_Role__c", row -> row.seller == null ? null : row.seller.role().label)
                .add("Ramp_Stage__c", row -> row.seller == null ? null : row.seller.stage().label)
                .add("Languages__c", row -> row.seller == null ? "en" : String.join(";", row.seller.languages()))
                .add("Clearances__c", row -> row.seller == null ? null : String.join(";", row.seller.clearances()))
                .add("Tenure_Start__c", row -> row.seller == null ? null : row.seller.tenureStart())
                .add("Quota__c", row -> row.seller == null ? null : quotas.of(row.seller));
    }

    private static Stream<Row> rows(World world) {
        Staff staff = world.staff();
        Place headOffice = staff.managers().get(0).home();
        PersonName vp = PersonName.draw(Dice.of(world.config().seed(), "vp", 0));
        Stream<Row> leaders = Stream.concat(
                Stream.of(Row.leader(Staff.VP, vp, null, "ROL-VP", "VP Sales", headOffice)),
                staff.managers().stream()
                        .map(boss -> Row.leader(
                                boss.id(), boss.name(), Staff.VP, "ROL-MANAGER", "Sales Manager", boss.home())));
        return Stream.concat(leaders, staff.sellers().stream().map(Row::seller));
    }

    private static OrgTable roles() {
        var columns = new Columns<List<String>>("UserRole");
        columns.add("Id", row -> row.get(0))
                .add("Name", row -> row.get(1))
                .add("DeveloperName", row -> row.get(1).replace(' ', '_'))
                .add("ParentRoleId", row -> row.get(2));
        return columns.table(() -> Stream.of(
                List.of("ROL-VP", "VP Sales", ""),
                List.of("ROL-MANAGER", "Sales Manager", "ROL-VP"),
                List.of("ROL-REP", "Account Executive", "ROL-MANAGER")));
    }

    private static OrgTable profiles() {
        var columns = new Columns<List<String>>("Profile");
        columns.add("Id", row -> row.get(0)).add("Name", row -> row.get(1));
        return columns.table(() -> Stream.of(List.of(LEADER, "Sales Leader"), List.of(SELLER, "Sales User")));
    }

    private static String mailbox(Row row) {
        return row.name.mailbox() + '.' + alias(row.id);
    }

    private static String alias(String id) {
        return Slug.of(id.substring(id.indexOf('-') + 1));
    }

    private record Row(
            String id,
            PersonName name,
            boolean active,
            @Nullable String managerId,
            String roleId,
            String profileId,
            String title,
            Place home,
            @Nullable Seller seller) {

        static Row leader(
                String id, PersonName name, @Nullable String managerId, String roleId, String title, Place home) {
            return new Row(id, name, true, managerId, roleId, LEADER, title, home, null);
        }

        static Row seller(Seller seller) {
            return new Row(
                    seller.id(),
                    seller.name(),
                    seller.active(),
                    seller.managerId(),
                    "ROL-REP",
                    SELLER,
                    seller.role().label,
                    seller.home(),
                    seller);
        }
    }
}
