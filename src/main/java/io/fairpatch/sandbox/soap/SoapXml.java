package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.RowError;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers as XML: the elements come in alphabetical order, as the WSDL has them, since its readers insist on it. */
final class SoapXml {
    /** What JSON answers have and the WSDL has not. */
    private static final Set<String> JSON_ONLY =
            Set.of("urls", "requiresProductionTestRun", "warning", "retrieveResult");

    private SoapXml() {}

    /** An element; null becomes nothing, a list one element for each entry. */
    static String element(String name, @Nullable Object value) {
        if (value == null || JSON_ONLY.contains(name)) {
            return "";
        }
        if (value instanceof Collection<?> list) {
            var all = new StringBuilder();
            list.forEach(each -> all.append(element(name, each)));
            return all.toString();
        }
        var content = value instanceof Map<?, ?> map ? content(map) : Xml.escape(value.toString());
        return "<" + name + ">" + content + "</" + name + ">";
    }

    /** Why a record was not written, as a value of {@link #element}. */
    static Map<String, Object> error(RowError error) {
        return Map.of("fields", error.fields(), "message", error.message(), "statusCode", error.statusCode());
    }

    private static String content(Map<?, ?> map) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
        var all = new StringBuilder();
        sorted.forEach((name, value) -> all.append(element(name, value)));
        return all.toString();
    }
}
