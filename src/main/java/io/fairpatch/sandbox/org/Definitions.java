package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The org's objects and fields as records, which clients query in place of describing them. */
final class Definitions {
    private static final String ENTITY = "EntityDefinition";
    private static final String UNMANAGED = "unmanaged";
    private static final String CUSTOM_OBJECT = "CustomObject";
    private static final String CUSTOM_FIELD = "CustomField";
    private static final List<String> OF_FIELDS = List.of("FieldDefinition", "EntityParticle");

    private final Org org;
    private final SetupRows rows;
    private final Map<String, ObjectType> listed = new HashMap<>();

    Definitions(Org org) {
        this.org = org;
        this.rows = new SetupRows(org, org.born());
    }

    /** Lists an object. */
    void list(ObjectType type) {
        if (find(type).isEmpty()) {
            rows.add(ENTITY, entity(type));
        }
    }

    /** Lists the fields of all objects as they are now; most orgs are never asked for them. */
    synchronized void listFields() {
        for (var type : org.schema().objects()) {
            var before = listed.put(type.name(), type);
            if (before != type) {
                listFields(type, find(type).orElseThrow().id(), before != null);
            }
        }
    }

    private Optional<Row> find(ObjectType type) {
        return rows
                .find(ENTITY, row -> rows.text(ENTITY, row, "QualifiedApiName").equals(type.name()))
                .stream()
                .findFirst();
    }

    private void listFields(ObjectType type, String id, boolean again) {
        if (again) {
            OF_FIELDS.forEach(object -> rows.find(object, row -> rows.text(object, row, "EntityDefinitionId")
                            .equals(id))
                    .forEach(row -> org.table(object).purge(row.id())));
        }
        listCustomFields(type, id);
        for (var field : type.fields()) {
            var values = field(type, field, id);
            values.put(
                    "FieldDefinitionId",
                    add(
                            "FieldDefinition",
                            with(
                                    values,
                                    "IsPolymorphicForeignKey",
                                    field.referenceTo().size() > 1)));
            add("EntityParticle", particle(field, values));
        }
    }

    /** Lists the fields that administrators made: the records of those that stay keep their ids. */
    private void listCustomFields(ObjectType type, String id) {
        var before = rows.find(CUSTOM_FIELD, row -> rows.text(CUSTOM_FIELD, row, "EntityDefinitionId")
                .equals(id));
        var known = before.stream()
                .map(row -> rows.text(CUSTOM_FIELD, row, "FullName"))
                .toList();
        var now = type.fields().stream().filter(Field::isCustom).toList();
        var names = now.stream().map(field -> fullName(type, field)).toList();
        before.stream()
                .filter(row -> !names.contains(rows.text(CUSTOM_FIELD, row, "FullName")))
                .forEach(row -> org.table(CUSTOM_FIELD).purge(row.id()));
        var table = type.name().endsWith("__c") ? customObject(type) : type.name();
        now.stream()
                .filter(field -> !known.contains(fullName(type, field)))
                .forEach(field -> add(CUSTOM_FIELD, custom(type, field, field(type, field, id), table)));
    }

    private static String fullName(ObjectType type, Field field) {
        return type.name() + "." + field.name();
    }

    /** The id of the record that tells of an object which administrators made. */
    private String customObject(ObjectType type) {
        var name = developerName(type.name());
        return rows
                .find(CUSTOM_OBJECT, row -> rows.text(CUSTOM_OBJECT, row, "DeveloperName")
                        .equals(name))
                .stream()
                .map(Row::id)
                .findFirst()
                .orElseGet(() -> add(CUSTOM_OBJECT, Map.of("DeveloperName", name, "ManageableState", UNMANAGED)));
    }

    private static Map<String, @Nullable Object> custom(
            ObjectType type, Field field, Map<String, @Nullable Object> definition, String table) {
        var values = new HashMap<String, @Nullable Object>();
        for (var name : List.of("DeveloperName", "EntityDefinitionId", "Length", "Precision", "Scale")) {
            values.put(name, definition.get(name));
        }
        values.put("FullName", fullName(type, field));
        values.put("InlineHelpText", field.help());
        values.put("ManageableState", UNMANAGED);
        values.put("TableEnumOrId", table);
        return values;
    }

    private static Map<String, @Nullable Object> particle(Field field, Map<String, @Nullable Object> definition) {
        var values = new HashMap<>(definition);
        values.put("Name", field.name());
        values.put("DataType", field.type().label());
        values.put("InlineHelpText", field.help());
        values.put("IsCreatable", field.is(FieldFlag.CREATEABLE));
        values.put("IsUpdatable", field.is(FieldFlag.UPDATEABLE));
        values.put("IsUnique", field.is(FieldFlag.EXTERNAL_ID));
        values.put("IsIdLookup", field.isIdLookup());
        values.put("IsNamePointing", field.referenceTo().size() > 1);
        values.put("IsPermissionable", field.isPermissionable());
        values.put("IsComponent", field.compound() != null);
        values.put("IsAggregatable", field.isShort());
        values.put("IsDefaultedOnCreate", field.is(FieldFlag.DEFAULTED) || field.type() == FieldType.BOOLEAN);
        return values;
    }

    /** Adds a record that changes nobody's rights, as those of {@link SetupRows} may; returns its id. */
    private String add(String object, Map<String, ? extends @Nullable Object> values) {
        var table = org.table(object);
        var cells = new @Nullable Object[table.type().width()];
        for (var field : table.type().fields()) {
            cells[field.column()] = field.type() == FieldType.BOOLEAN ? Boolean.FALSE : null;
        }
        values.forEach((name, value) -> cells[table.type().require(name).column()] = value);
        return table.append(cells).id();
    }

    private static Map<String, Object> entity(ObjectType type) {
        var values = new HashMap<String, Object>(Map.of(
                "DurableId", type.name(),
                "QualifiedApiName", type.name(),
                "DeveloperName", developerName(type.name()),
                "Label", type.label(),
                "MasterLabel", type.label(),
                "PluralLabel", type.labelPlural(),
                "KeyPrefix", type.keyPrefix(),
                "IsEverCreatable", type.createable(),
                "IsEverUpdatable", type.updateable(),
                "IsEverDeletable", type.deletable()));
        for (var flag : List.of(
                "IsCustomizable",
                "IsTriggerable",
                "IsApexTriggerable",
                "IsLayoutable",
                "IsSearchable",
                "IsReplicateable")) {
            values.put(flag, !type.isSetup());
        }
        values.put("RecordTypesSupported", Map.of("recordTypeInfos", List.of()));
        values.put("IsQueryable", true);
        values.put("IsRetrieveable", true);
        return values;
    }

    private static Map<String, @Nullable Object> field(ObjectType type, Field field, String entity) {
        var values = new HashMap<String, @Nullable Object>(Map.of(
                "DurableId", type.name() + "." + field.name(),
                "QualifiedApiName", field.name(),
                "EntityDefinitionId", entity,
                "DeveloperName", developerName(field.name()),
                "Label", field.label(),
                "MasterLabel", field.label(),
                "DataType", dataType(field),
                "Length", field.length(),
                "Precision", field.precision(),
                "Scale", field.scale()));
        values.put(
                "ValueTypeId", field.type().soapType().replaceFirst(".*:", "").toLowerCase(Locale.ROOT));
        values.put("Description", field.help());
        values.put("RelationshipName", field.relationshipName());
        values.put("IsApiFilterable", field.isFilterable());
        values.put("IsApiGroupable", field.isGroupable());
        values.put("IsApiSortable", field.isShort());
        values.put("IsCalculated", field.is(FieldFlag.CALCULATED));
        values.put("IsIndexed", field.type().isId() || field.is(FieldFlag.EXTERNAL_ID));
        values.put("IsNameField", field.is(FieldFlag.NAME_FIELD));
        values.put("IsNillable", field.is(FieldFlag.NILLABLE));
        values.put("IsCompound", field.type() == FieldType.ADDRESS);
        values.put("ReferenceTo", Map.of("referenceTo", field.referenceTo()));
        return values;
    }

    private static Map<String, @Nullable Object> with(Map<String, @Nullable Object> values, String name, boolean flag) {
        var more = new HashMap<>(values);
        more.put(name, flag);
        return more;
    }

    private static String developerName(String name) {
        return name.replaceFirst("__c$", "");
    }

    /** The type in the words of the setup pages. */
    private static String dataType(Field field) {
        return switch (field.type()) {
            case ID -> "Lookup()";
            case REFERENCE -> "Lookup(" + String.join(",", field.referenceTo()) + ")";
            case STRING -> "Text(" + field.length() + ")";
            case TEXTAREA -> (field.isShort() ? "Text Area(" : "Long Text Area(") + field.length() + ")";
            case URL -> "URL(" + field.length() + ")";
            case PICKLIST, COMBOBOX -> "Picklist";
            case MULTIPICKLIST -> "Picklist (Multi-Select)";
            case BOOLEAN -> "Checkbox";
            case INT -> "Number(" + field.length() + ", 0)";
            case DOUBLE -> "Number" + digits(field);
            case CURRENCY -> "Currency" + digits(field);
            case PERCENT -> "Percent" + digits(field);
            case DATETIME -> "Date/Time";
            case DATE -> "Date";
            case PHONE -> "Phone";
            case EMAIL -> "Email";
            case ADDRESS -> "Address";
            case COMPLEXVALUE -> "Complex Value";
        };
    }

    private static String digits(Field field) {
        return "(%d, %d)".formatted(field.precision() - field.scale(), field.scale());
    }
}
