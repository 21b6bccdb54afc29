package io.fairpatch.sandbox.soql;

import java.util.Locale;
import java.util.Map;

/**
 * Other names that a query gives to its object and to parents of it, as in {@code FROM Contact c, c.Account a}.
 *
 * @param own of the object; empty for none
 * @param parents for each name in small letters the relationships that it stands for, with dots
 */
record Aliases(String own, Map<String, String> parents) {
    static final Aliases NONE = new Aliases("", Map.of());

    /** The path with the name that it begins with written out. */
    String written(String path) {
        int dot = path.indexOf('.');
        var parent = dot < 0 ? null : parents.get(path.substring(0, dot).toLowerCase(Locale.ROOT));
        return parent == null ? path : parent + path.substring(dot);
    }
}
