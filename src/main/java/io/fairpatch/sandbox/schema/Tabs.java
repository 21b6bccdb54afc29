package io.fairpatch.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How pages lead to an object's records. */
public final class Tabs {
    private static final int MOST_FOUND = 25;

    private Tabs() {}

    /** Whether the object has a tab of its own. */
    public static boolean has(ObjectType type) {
        return !type.isSetup() && type.nameField() != null;
    }

    /** The object's tab. */
    public static Map<String, Object> of(ObjectType type) {
        var tab = new LinkedHashMap<String, Object>(themed(type));
        tab.put("custom", type.name().endsWith("__c"));
        tab.put("iconUrl", "");
        tab.put("label", type.labelPlural());
        tab.put("miniIconUrl", "");
        tab.put("name", type.name().endsWith("__c") ? type.name() : "standard-" + type.name());
        tab.put("sobjectName", type.name());
        tab.put("url", "/" + type.keyPrefix() + "/o");
        return tab;
    }

    /** The colours and pictures of the tab: none. */
    public static Map<String, Object> themed(ObjectType type) {
        return new TreeMap<>(Map.of("colors", List.of(), "icons", List.of(), "name", type.name()));
    }

    /** What a search shows of the object's records. */
    public static Map<String, Object> searched(ObjectType type) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("label", "Search Results");
        answer.put("limitRows", MOST_FOUND);
        answer.put("objectType", type.name());
        answer.put(
                "searchColumns",
                Stream.ofNullable(type.nameField())
                        .map(field -> new TreeMap<>(Map.of(
                                "field",
                                type.name() + "." + field.name(),
                                "format",
                                "",
                                "label",
                                field.label(),
                                "name",
                                field.name())))
                        .toList());
        return answer;
    }
}
