package io.fairpatch.install;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.org.FieldPath;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what we want with what the org has; reads alone. */
final class Survey {
    private static final List<String> FIELD_RIGHTS = List.of("PermissionsRead", "PermissionsEdit");
    private static final List<String> OBJECT_RIGHTS = List.of(
            "PermissionsCreate",
            "PermissionsRead",
            "PermissionsEdit",
            "PermissionsDelete",
            "PermissionsViewAllRecords",
            "PermissionsModifyAllRecords");

    private final OrgReader reader;
    private final OrgInspector inspector;
    private final MappingConfig mapping;

    Survey(OrgReader reader, OrgInspector inspector, MappingConfig mapping) {
        this.reader = reader;
        this.inspector = inspector;
        this.mapping = mapping;
    }

    /** What to send: as shipped, and the integration user may read every field that mapping.yml names and the org has. */
    Blueprint blueprint() {
        var shipped = Blueprint.of(mapping);
        return shipped.with(shipped.sets().stream()
                .map(set -> set.name().equals(Blueprint.INTEGRATION) ? set.reading(mappedHere()) : set)
                .toList());
    }

    /**
     * Custom fields by what this user sees; standard ones when somebody was given a right to them: of the others, as Id
     * and Name, no rights can be given.
     */
    private List<String> mappedHere() {
        return Stream.of(
                        Map.entry("Account", mapping.account()),
                        Map.entry("Opportunity", mapping.opportunity()),
                        Map.entry("User", mapping.user()))
                .flatMap(part -> {
                    var names = part.getValue().values().stream()
                            .flatMap(source -> source.fields().stream())
                            .collect(Collectors.toCollection(TreeSet::new));
                    return Stream.concat(custom(part.getKey(), names), standard(part.getKey(), names));
                })
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<String> custom(String object, Set<String> names) {
        var schema = reader.describe(object);
        return names.stream()
                .filter(name -> name.endsWith("__c"))
                .flatMap(name -> FieldPath.of(schema, name, this::parent).stream())
                // of an own object the set would have to give more than one field
                .filter(path -> !path.object().endsWith("__c"))
                .map(path -> path.object() + "." + path.field().name());
    }

    private Stream<String> standard(String object, Set<String> names) {
        var plain = names.stream()
                .filter(name -> !name.contains(".") && !name.endsWith("__c"))
                .map(name -> object + "." + name)
                .toList();
        return plain.isEmpty() ? Stream.empty() : granted(object, plain).stream();
    }

    private Optional<ObjectSchema> parent(String object) {
        return inspector.objects().contains(object) ? Optional.of(reader.describe(object)) : Optional.empty();
    }

    Changes compare(Blueprint wanted) {
        var changes = new ArrayList<Change>();
        var objects = missingObjects(wanted.objects());
        objects.forEach(name -> changes.add(new Change(Change.Kind.OBJECT, name)));
        missingFields(wanted, objects)
                .forEach(field -> changes.add(new Change(Change.Kind.FIELD, field.fullName() + "  " + field.words())));
        unfit(wanted)
                .forEach((field, there) -> changes.add(new Change(
                        Change.Kind.FIELD,
                        field.fullName() + "  " + field.words() + ", where the org has a field of type " + there.type()
                                + (there.length() == 0 ? "" : " of " + there.length()))));
        var held = heldGrants(wanted.sets().stream().map(SetPart::name).toList());
        for (SetPart set : wanted.sets()) {
            var has = held.get(set.name());
            if (has == null) {
                changes.add(new Change(Change.Kind.PERMISSION_SET, set.label()));
            }
            set.grants().stream()
                    .filter(grant -> has == null || !has.contains(grant))
                    .forEach(
                            grant -> changes.add(new Change(Change.Kind.GRANT, set.label() + " may " + grant.words())));
        }
        if (!objects.isEmpty()) {
            changes.add(new Change(Change.Kind.CARD, "Fairpatch Territory, for the page of an account"));
        }
        return new Changes(reader.identity(), changes);
    }

    /** Fields of the org's own objects that are there and do: sent again they would lose what an admin made of them. */
    Set<FieldPart> fitting(Blueprint wanted) {
        return there(wanted).entrySet().stream()
                .filter(entry -> entry.getKey().fits(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Map<FieldPart, FieldSchema> unfit(Blueprint wanted) {
        var unfit = there(wanted);
        unfit.entrySet().removeIf(entry -> entry.getKey().fits(entry.getValue()));
        return unfit;
    }

    private Map<FieldPart, FieldSchema> there(Blueprint wanted) {
        var there = new LinkedHashMap<FieldPart, FieldSchema>();
        var objects = new HashMap<String, ObjectSchema>();
        wanted.fields().stream()
                .filter(field -> !wanted.objects().contains(field.object()))
                .forEach(field -> objects.computeIfAbsent(field.object(), reader::describe)
                        .field(field.name())
                        .ifPresent(schema -> there.put(field, schema)));
        return there;
    }

    private List<String> missingObjects(List<String> names) {
        var seen = inspector.objects();
        var granted = names.isEmpty()
                ? Set.<String>of()
                : column(
                        "SELECT SobjectType FROM ObjectPermissions WHERE SobjectType IN (" + quoted(names) + ")",
                        "SobjectType");
        return names.stream()
                .filter(name -> !seen.contains(name) && !granted.contains(name))
                .toList();
    }

    /** A field that describe hides may be there all the same: somebody's right on it tells. */
    private List<FieldPart> missingFields(Blueprint wanted, List<String> missingObjects) {
        var byObject = wanted.fields().stream().collect(Collectors.groupingBy(FieldPart::object));
        var missing = new ArrayList<FieldPart>();
        byObject.forEach((object, fields) -> {
            if (missingObjects.contains(object)) {
                missing.addAll(fields);
                return;
            }
            var granted =
                    granted(object, fields.stream().map(FieldPart::fullName).toList());
            var schema = inspector.objects().contains(object) ? reader.describe(object) : null;
            fields.stream()
                    .filter(field ->
                            !granted.contains(field.fullName()) && (schema == null || !schema.has(field.name())))
                    .forEach(missing::add);
        });
        missing.sort(java.util.Comparator.comparing(FieldPart::fullName));
        return missing;
    }

    /** Rights by the permission set's name; a set that is missing has no entry. */
    private Map<String, Set<Grant>> heldGrants(List<String> sets) {
        var names = new HashMap<String, String>();
        inspector
                .rows("SELECT Id, Name FROM PermissionSet WHERE Name IN (" + quoted(sets) + ")")
                .forEach(row -> names.put(row.text("Id"), row.text("Name")));
        var held = new HashMap<String, Set<Grant>>();
        names.values().forEach(name -> held.put(name, new TreeSet<>()));
        if (names.isEmpty()) {
            return held;
        }
        var parents = quoted(names.keySet());
        inspector
                .rows(
                        "SELECT ParentId, Field, PermissionsRead, PermissionsEdit FROM FieldPermissions WHERE ParentId IN ("
                                + parents + ")")
                .forEach(row -> add(held, names, row, "Field", FIELD_RIGHTS));
        inspector
                .rows("SELECT ParentId, SobjectType, " + String.join(", ", OBJECT_RIGHTS)
                        + " FROM ObjectPermissions WHERE ParentId IN (" + parents + ")")
                .forEach(row -> add(held, names, row, "SobjectType", OBJECT_RIGHTS));
        return held;
    }

    private static void add(
            Map<String, Set<Grant>> held, Map<String, String> names, OrgRow row, String target, List<String> rights) {
        var grants = held.getOrDefault(names.getOrDefault(row.text("ParentId"), ""), new TreeSet<>());
        rights.stream().filter(row::isTrue).forEach(right -> grants.add(new Grant(row.text(target), right)));
    }

    /** Those of the fields to which somebody was given a right. */
    private Set<String> granted(String object, List<String> fullNames) {
        return column(
                "SELECT Field FROM FieldPermissions WHERE SobjectType = '" + object + "' AND Field IN ("
                        + quoted(fullNames) + ")",
                "Field");
    }

    private Set<String> column(String soql, String column) {
        return inspector.rows(soql).stream().map(row -> row.text(column)).collect(Collectors.toSet());
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(","));
    }
}
