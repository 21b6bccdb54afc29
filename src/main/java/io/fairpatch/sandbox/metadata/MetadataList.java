package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lists the components of an org. */
final class MetadataList {
    private static final Set<String> SHAPED_SETUP = Set.of("User", "Territory2", "Territory2Model");

    private final Org org;

    MetadataList(Org org) {
        this.org = org;
    }

    /** @param kept paths of what was deployed and is only kept */
    List<Map<String, Object>> of(String type, Set<String> kept) {
        return switch (type) {
            case "CustomObject" ->
                org.schema().objects().stream()
                        .filter(MetadataList::isCustomizable)
                        .map(object -> entry(type, object.name(), MetadataType.OBJECT))
                        .toList();
            case "CustomField" ->
                org.schema().objects().stream()
                        .flatMap(object -> object.fields().stream()
                                .filter(Field::isCustom)
                                .map(field -> object.name() + "." + field.name()))
                        .map(name -> entry(type, name, MetadataType.OBJECT))
                        .toList();
            case "PermissionSet" -> permissionSets();
            default -> MetadataType.named(type).map(kind -> kept(kind, kept)).orElse(List.of());
        };
    }

    /** A field, which need not be a custom one. */
    Map<String, Object> field(String fullName) {
        return entry("CustomField", fullName, MetadataType.OBJECT);
    }

    /** Whether an object is there to be shaped: records that say how the org is set up are not, but for these. */
    private static boolean isCustomizable(ObjectType object) {
        return object.isSetup() ? SHAPED_SETUP.contains(object.name()) : object.createable();
    }

    private List<Map<String, Object>> permissionSets() {
        var rows = new SetupRows(org, org.clock().instant());
        return rows
                .find("PermissionSet", row -> rows.text("PermissionSet", row, "ProfileId")
                        .isEmpty())
                .stream()
                .map(row -> entry(
                        MetadataType.PERMISSION_SET.name(),
                        rows.text("PermissionSet", row, "Name"),
                        MetadataType.PERMISSION_SET))
                .toList();
    }

    private List<Map<String, Object>> kept(MetadataType kind, Set<String> paths) {
        return paths.stream()
                .map(path -> path.split("/"))
                .filter(parts -> parts[0].equals(kind.folder()))
                .map(Deployer::nameOf)
                .distinct()
                .sorted()
                .map(name -> entry(kind.name(), name, kind))
                .toList();
    }

    private Map<String, Object> entry(String type, String name, MetadataType place) {
        var file = name.replaceFirst("\\..*", "") + (place.suffix().isEmpty() ? "" : "." + place.suffix());
        var answer = new LinkedHashMap<String, Object>();
        var now = Values.xmlTime(org.clock().instant());
        var users = org.table("User");
        var maker = users.rows().get(0);
        var makerName = maker.text(users.type().require("Name"));
        answer.put("createdById", maker.id());
        answer.put("createdByName", makerName);
        answer.put("createdDate", now);
        answer.put("fileName", place.folder() + "/" + file);
        answer.put("fullName", name);
        answer.put("id", "");
        answer.put("lastModifiedById", maker.id());
        answer.put("lastModifiedByName", makerName);
        answer.put("lastModifiedDate", now);
        answer.put("manageableState", "unmanaged");
        answer.put("type", type);
        return answer;
    }
}
