package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What the org holds as metadata describes it. */
final class Sources {
    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <%1$s xmlns="http://soap.sforce.com/2006/04/metadata">%2$s</%1$s>
            """;

    private final Org org;

    Sources(Org org) {
        this.org = org;
    }

    /** A whole file. */
    static String document(String type, String elements) {
        return DOCUMENT.formatted(type, elements);
    }

    /** The elements of one component; empty when there is none of this name, or its kind is only kept. */
    Optional<String> of(String type, String fullName) {
        return switch (type) {
            case "CustomObject" -> org.schema().object(fullName).map(object -> object(object, Sources::isListed));
            case "CustomField" ->
                field(fullName).map(field -> FieldSource.of(field)
                        .replace("<fullName>" + field.name() + "</fullName>", "<fullName>" + fullName + "</fullName>"));
            case "PermissionSet" ->
                PermissionSetRows.find(new SetupRows(org, org.clock().instant()), fullName)
                        .map(new SetSource(org)::of);
            default -> Optional.empty();
        };
    }

    /** The elements of an object's file that holds some of its fields; empty when there is no such object. */
    Optional<String> fields(String object, List<String> names) {
        return org.schema().object(object).map(type -> fields(type, field -> names.contains(field.name())));
    }

    /** Whether this names a field that metadata tells of: a custom one, or a standard one, which only its name brings. */
    boolean isListed(String fullName) {
        return field(fullName).filter(Sources::isListed).isPresent();
    }

    Optional<Field> field(String fullName) {
        int dot = fullName.indexOf('.');
        return org.schema()
                .object(fullName.substring(0, Math.max(dot, 0)))
                .flatMap(type -> type.field(fullName.substring(dot + 1)));
    }

    private static String object(ObjectType type, Predicate<Field> wanted) {
        if (!type.name().endsWith("__c")) {
            return fields(type, wanted);
        }
        var tail = new LinkedHashMap<String, Object>();
        tail.put("pluralLabel", type.labelPlural());
        tail.put("sharingModel", "ReadWrite");
        var name = type.nameField();
        var numbered = name == null || !name.is(FieldFlag.CREATEABLE);
        var nameField = new LinkedHashMap<String, Object>();
        nameField.put("label", name == null ? "Name" : name.label());
        nameField.put("type", numbered ? "AutoNumber" : "Text");
        // in alphabetical order, as the WSDL has them
        return Xml.elements(Map.of("deploymentStatus", "Deployed"))
                + fields(type, field -> field.isCustom() && wanted.test(field))
                + Xml.elements(Map.of("label", type.label()))
                + "<nameField>" + Xml.elements(nameField) + "</nameField>"
                + Xml.elements(tail);
    }

    /** Whether an object's file names the field: not those that every object has, nor the parts of a compound one. */
    private static boolean isListed(Field field) {
        return field.compound() == null && !ObjectXml.SYSTEM.contains(field.name());
    }

    private static String fields(ObjectType type, Predicate<Field> wanted) {
        var xml = new StringBuilder();
        type.fields().stream().filter(wanted).forEach(field -> xml.append("<fields>")
                .append(FieldSource.of(field))
                .append("</fields>"));
        return xml.toString();
    }
}
