package io.fairpatch.sandbox.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * The 500 real companies of {@code src/test/resources/companies} as a {@code --data} folder, with standard columns
 * only. The companies are as found, dirt included; ten reps, their managers, owners, deals and contacts are made up,
 * the same each time. Reps sit side by side from west to east, with books of very unequal size.
 */
public final class CompaniesOrg {
    private static final Path COMPANIES = Path.of("src/test/resources/companies/us-headquarters-500.csv");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** Accounts of each rep, from west to east; the ninth has left, and what remains has no owner. */
    private static final List<Integer> BOOKS = List.of(28, 75, 40, 62, 25, 70, 33, 66, 14, 30, 48);

    private static final int LEAVER = 8;
    private static final List<String> OPEN = List.of("Prospecting", "Qualification", "Negotiation/Review");
    private static final List<String> REPS = List.of(
            "Ana Ruiz",
            "Ben Cole",
            "Chidi Obi",
            "Dana Frost",
            "Eli Stern",
            "Fay Lund",
            "Gus Marin",
            "Hana Kim",
            "Ivo Petrov",
            "Jo Adler",
            "Kay Young");

    private final LocalDate today;
    private final SplittableRandom random = new SplittableRandom(500);
    private final List<Company> companies = new ArrayList<>();

    private CompaniesOrg(LocalDate today) {
        this.today = today;
    }

    private record Company(String id, String ownerId, NamedCsvRecord found) {}

    /**
     * Writes Account.csv, User.csv, Opportunity.csv and Contact.csv.
     *
     * @param folder must exist
     * @param today deals lie in the two years before, open ones in the months after
     */
    public static Path write(Path folder, LocalDate today) throws IOException {
        var org = new CompaniesOrg(today);
        org.read();
        org.writeUsers(folder.resolve("User.csv"));
        org.writeAccounts(folder.resolve("Account.csv"));
        org.writeOpportunities(folder.resolve("Opportunity.csv"));
        org.writeContacts(folder.resolve("Contact.csv"));
        return folder;
    }

    private void read() throws IOException {
        List<NamedCsvRecord> rows;
        try (var reader = CsvReader.builder().ofNamedCsvRecord(COMPANIES)) {
            rows = reader.stream()
                    .sorted(Comparator.comparingDouble(row -> Double.parseDouble(row.getField("longitude"))))
                    .toList();
        }
        int rep = 0;
        int left = BOOKS.get(0);
        for (NamedCsvRecord row : rows) {
            while (left == 0 && rep < BOOKS.size()) {
                rep++;
                left = rep < BOOKS.size() ? BOOKS.get(rep) : 0;
            }
            left--;
            companies.add(new Company("company " + companies.size(), rep < BOOKS.size() ? "rep " + rep : "", row));
        }
    }

    private void writeUsers(Path file) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("Id", "FirstName", "LastName", "Username", "Email", "IsActive", "ManagerId", "Title");
            user(csv, "vp", "Vera Pohl", "", "VP Sales");
            user(csv, "manager 0", "Mona West", "vp", "Sales Manager");
            user(csv, "manager 1", "Max East", "vp", "Sales Manager");
            for (int rep = 0; rep < REPS.size(); rep++) {
                user(csv, "rep " + rep, REPS.get(rep), "manager " + rep / 6, "Account Executive");
            }
        }
    }

    private static void user(CsvWriter csv, String id, String name, String managerId, String title) {
        String[] names = name.split(" ");
        String mail = (names[0] + '.' + names[1]).toLowerCase(Locale.ROOT) + "@companies.example";
        boolean active = !id.equals("rep " + LEAVER);
        csv.writeRecord(id, names[0], names[1], mail, mail, String.valueOf(active), managerId, title);
    }

    private void writeAccounts(Path file) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "Id",
                    "Name",
                    "OwnerId",
                    "BillingStreet",
                    "BillingCity",
                    "BillingState",
                    "BillingPostalCode",
                    "BillingCountry",
                    "BillingLatitude",
                    "BillingLongitude",
                    "NumberOfEmployees",
                    "AnnualRevenue",
                    "Website");
            for (Company company : companies) {
                NamedCsvRecord found = company.found();
                csv.writeRecord(
                        company.id(),
                        found.getField("name"),
                        company.ownerId(),
                        found.getField("street"),
                        found.getField("city"),
                        found.getField("state"),
                        found.getField("postal_code"),
                        "United States",
                        found.getField("latitude"),
                        found.getField("longitude"),
                        found.getField("employees"),
                        new BigDecimal(found.getField("revenue_musd"))
                                .multiply(MILLION)
                                .toBigInteger()
                                .toString(),
                        found.getField("website"));
            }
        }
    }

    private void writeOpportunities(Path file) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "Id", "AccountId", "OwnerId", "Name", "StageName", "Amount", "CloseDate", "IsWon", "IsClosed");
            int number = 0;
            for (Company company : companies) {
                for (int deals = random.nextInt(6); deals > 0; deals--) {
                    deal(csv, company, "deal " + number++);
                }
            }
        }
    }

    private void deal(CsvWriter csv, Company company, String id) {
        boolean closed = random.nextDouble() < 0.8;
        boolean won = closed && random.nextDouble() < 0.3;
        int days = closed ? -random.nextInt(1, 700) : random.nextInt(1, 150);
        String stage = closed ? (won ? "Closed Won" : "Closed Lost") : OPEN.get(random.nextInt(OPEN.size()));
        csv.writeRecord(
                id,
                company.id(),
                company.ownerId(),
                company.found().getField("name") + ", " + id,
                stage,
                String.valueOf(5_000 * random.nextInt(4, 60)),
                today.plusDays(days).toString(),
                String.valueOf(won),
                String.valueOf(closed));
    }

    private void writeContacts(Path file) throws IOException {
        try (var csv = CsvWriter.builder().build(file)) {
            csv.writeRecord("Id", "AccountId", "FirstName", "LastName");
            for (int i = 0; i < companies.size(); i += 2) {
                csv.writeRecord("contact " + i, companies.get(i).id(), "Pat", "Buyer " + i);
            }
        }
    }

    /** Writes the folder for a trial by hand: {@code CompaniesOrg FOLDER YYYY-MM-DD}. */
    public static void main(String[] arguments) throws IOException {
        write(Files.createDirectories(Path.of(arguments[0])), LocalDate.parse(arguments[1]));
    }
}
