package io.fairpatch.sandbox.data.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A file's columns: a header that is no field of the object becomes a custom field.
 *
 * @param headers as written
 * @param names API names
 * @param custom whether the column is a custom field that we add
 */
record Columns(List<String> headers, List<String> names, List<Boolean> custom) {
    private static final String ID = "Id";
    private static final String SUFFIX = "__c";
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9]+");
    private static final int LONGEST_NAME = 40;
    /** Of each list one column must be there. */
    private static final Map<String, List<List<String>>> NEEDED = Map.of(
            "Account", List.of(List.of("Name")),
            "User", List.of(List.of("Name", "LastName", "Username")),
            "Opportunity", List.of(List.of("CloseDate")));

    static Columns of(CsvFile file, Predicate<String> standard) {
        List<String> headers = file.header().stream().map(String::strip).toList();
        var names = new ArrayList<String>();
        var custom = new ArrayList<Boolean>();
        for (String header : headers) {
            boolean known = standard.test(header);
            names.add(known ? header : customName(file, header));
            custom.add(!known);
        }
        refuseTwins(file, names);
        require(file, names, List.of(ID));
        NEEDED.getOrDefault(file.object(), List.of()).forEach(oneOf -> require(file, names, oneOf));
        return new Columns(headers, List.copyOf(names), List.copyOf(custom));
    }

    int idColumn() {
        return names.indexOf(ID);
    }

    private static String customName(CsvFile file, String header) {
        String bare = header.endsWith(SUFFIX) ? header.substring(0, header.length() - SUFFIX.length()) : header;
        String name = NO_NAME.matcher(bare).replaceAll("_").replaceAll("^_+|_+$", "");
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw file.problem("The header '" + header + "' of " + file.name() + " cannot name a field.", 1)
                    .because("A field's name has 1 to " + LONGEST_NAME + " letters, digits and underscores.")
                    .maybe("give every column a short name in the first line.")
                    .exception();
        }
        return (Character.isDigit(name.charAt(0)) ? "X" + name : name) + SUFFIX;
    }

    private static void refuseTwins(CsvFile file, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw file.problem("The column " + name + " is in " + file.name() + " twice.", 1, name)
                        .maybe("rename or remove one of them.")
                        .exception();
            }
        }
    }

    private static void require(CsvFile file, List<String> names, List<String> oneOf) {
        if (oneOf.stream().noneMatch(names::contains)) {
            throw file.problem("The file " + file.name() + " has no column " + String.join(" or ", oneOf) + ".", 1)
                    .because("Its columns are " + String.join(", ", names) + ".")
                    .maybe("use API names as headers, separated by commas; capitals count.")
                    .exception();
        }
    }
}
