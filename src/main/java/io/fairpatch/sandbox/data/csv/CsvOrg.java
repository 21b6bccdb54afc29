package io.fairpatch.sandbox.data.csv;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.data.CustomField;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.OrgTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads a folder with a CSV file an object: {@code Account.csv}, {@code User.csv} and so on. Only accounts are a must.
 * Every file is read through once before anything is handed out, so that a mistake on the last line is told at once;
 * rows are then read from the files again as they are asked for, and nothing but ids is kept in memory.
 */
public final class CsvOrg {
    private static final String ENDING = ".csv";
    private static final String ACCOUNT = "Account";
    /** What others look up comes first. */
    private static final List<String> ORDER = List.of("Organization", "Profile", "UserRole", "User", ACCOUNT);

    private final BiPredicate<String, String> standardFields;
    private final Predicate<String> knownObjects;

    /**
     * Knows the org only by two questions.
     *
     * @param standardFields whether an object (first) has a field (second) without our adding it
     * @param knownObjects whether the org can hold this object
     */
    public CsvOrg(BiPredicate<String, String> standardFields, Predicate<String> knownObjects) {
        this.standardFields = standardFields;
        this.knownObjects = knownObjects;
    }

    /**
     * The org in the folder.
     *
     * @throws io.fairpatch.error.FairpatchException with file, line and column of the first mistake
     */
    public OrgData load(Path folder) {
        var fields = new ArrayList<CustomField>();
        var tables = new ArrayList<OrgTable>();
        for (CsvFile file : files(folder)) {
            Columns columns = Columns.of(file, field -> standardFields.test(file.object(), field));
            fields.addAll(FirstPass.over(file, columns));
            tables.add(new OrgTable(file.object(), columns.names(), file::values));
        }
        return new OrgData(List.copyOf(fields), List.copyOf(tables));
    }

    private List<CsvFile> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.of(ErrorCode.FILE_MISSING, "The data folder (" + folder + ") is not there.")
                    .maybe("check the path; it must be a folder that holds Account.csv.")
                    .exception();
        }
        List<CsvFile> files = list(folder).stream()
                .map(path -> new CsvFile(path, object(path)))
                .sorted(Comparator.comparingInt((CsvFile file) -> rank(file.object()))
                        .thenComparing(CsvFile::object))
                .toList();
        if (files.stream().noneMatch(file -> file.object().equals(ACCOUNT))) {
            throw Problem.of(ErrorCode.FILE_MISSING, "The data folder (" + folder + ") has no Account.csv.")
                    .because("Without accounts there is nothing to plan.")
                    .maybe("export the accounts with their API names as headers and call the file Account.csv.")
                    .exception();
        }
        return files;
    }

    private String object(Path path) {
        String name = path.getFileName().toString();
        String object = name.substring(0, name.length() - ENDING.length());
        if (!knownObjects.test(object)) {
            throw Problem.of(ErrorCode.SANDBOX_DATA, "The file " + name + " is named after no object of the org.")
                    .at(path.toString())
                    .because("An object " + object + " is not known; capitals count.")
                    .maybe("rename it, for example to Account.csv, User.csv, Opportunity.csv or Contact.csv, or move it"
                            + " out of the folder.")
                    .exception();
        }
        return object;
    }

    private static int rank(String object) {
        int rank = ORDER.indexOf(object);
        return rank < 0 ? ORDER.size() : rank;
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> path.getFileName().toString().endsWith(ENDING))
                    .toList();
        } catch (IOException e) {
            throw CsvFile.unreadable(folder, e);
        }
    }
}
