package io.fairpatch.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How pages show an object's records: one layout with all fields, one compact layout with the name. */
public final class Layouts {
    private static final String LAYOUT = "00hFp0000000001AAA";
    private static final String MASTER = "012000000000000AAA";

    private Layouts() {}

    /** The page layouts and which record type has which. */
    public static Map<String, Object> of(ObjectType type) {
        var layout = new LinkedHashMap<String, @Nullable Object>();
        layout.put("buttonLayoutSection", Map.of("detailButtons", List.of()));
        layout.put("detailLayoutSections", List.of(section(type)));
        layout.put("editLayoutSections", List.of(section(type)));
        layout.put("feedView", null);
        layout.put("highlightsPanelLayoutSection", null);
        layout.put("id", LAYOUT);
        layout.put("multirowEditLayoutSections", List.of());
        layout.put("offlineLinks", List.of());
        layout.put("quickActionList", Map.of("quickActionListItems", List.of()));
        layout.put("relatedContent", null);
        layout.put("relatedLists", List.of());
        layout.put("saveOptions", List.of());
        var mapping = new LinkedHashMap<String, Object>(Describe.masterRecordType());
        mapping.put("layoutId", LAYOUT);
        mapping.put("picklistsForRecordType", List.of());
        return new TreeMap<>(Map.of(
                "layouts",
                List.of(layout),
                "recordTypeMappings",
                List.of(mapping),
                "recordTypeSelectorRequired",
                List.of(false)));
    }

    /** The compact layouts and which record type has which. */
    public static Map<String, @Nullable Object> compact(ObjectType type) {
        var name = type.nameField();
        var layout = new LinkedHashMap<String, @Nullable Object>();
        layout.put("actions", List.of());
        layout.put("fieldItems", name == null ? List.of() : List.of(item(name, 0)));
        layout.put("id", null);
        layout.put("imageItems", List.of());
        layout.put("label", "System Default");
        layout.put("name", "SYSTEM");
        layout.put("objectType", type.name());
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("compactLayouts", List.of(layout));
        answer.put("defaultCompactLayoutId", null);
        answer.put(
                "recordTypeCompactLayoutMappings",
                List.of(new TreeMap<>(
                        Map.of("available", true, "compactLayoutName", "SYSTEM", "recordTypeId", MASTER))));
        return answer;
    }

    private static Map<String, Object> section(ObjectType type) {
        var fields = type.fields();
        var rows = fields.stream()
                .map(field -> new TreeMap<>(
                        Map.of("layoutItems", List.of(item(field, fields.indexOf(field))), "numItems", 1)))
                .toList();
        var section = new LinkedHashMap<String, Object>();
        section.put("collapsed", false);
        section.put("columns", 1);
        section.put("heading", type.label() + " Information");
        section.put("layoutRows", rows);
        section.put("layoutSectionId", "01BFp0000000001AAA");
        section.put("parentLayoutId", LAYOUT);
        section.put("rows", rows.size());
        section.put("tabOrder", "LeftToRight");
        section.put("useCollapsibleSection", false);
        section.put("useHeading", true);
        return section;
    }

    private static Map<String, Object> item(Field field, int place) {
        var component = new LinkedHashMap<String, Object>();
        component.put("details", FieldDescribe.of(field));
        component.put("displayLines", 1);
        component.put("tabOrder", place + 1);
        component.put("type", "Field");
        component.put("value", field.name());
        var item = new LinkedHashMap<String, Object>();
        item.put("editableForNew", field.is(FieldFlag.CREATEABLE));
        item.put("editableForUpdate", field.is(FieldFlag.UPDATEABLE));
        item.put("label", field.label());
        item.put("layoutComponents", List.of(component));
        item.put("placeholder", false);
        item.put("required", field.isRequired());
        return item;
    }
}
