package io.fairpatch.plan.kernel.proof;

import java.util.List;

/** Lists names as a person does: "a and b", "a, b and c", "a, b and 7 more". */
public final class Names {
    private Names() {}

    public static String all(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** At most so many of them, and how many there are beside. */
    public static String some(List<String> names, int most) {
        return names.size() <= most
                ? all(names)
                : String.join(", ", names.subList(0, most)) + " and " + (names.size() - most) + " more";
    }
}
