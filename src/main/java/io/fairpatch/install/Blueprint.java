package io.fairpatch.install;

import io.fairpatch.config.MappingConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What we want in the org, with the names that mapping.yml gives.
 *
 * @param objects our own objects
 * @param components files of Lightning components, by path
 */
record Blueprint(List<FieldPart> fields, List<String> objects, List<SetPart> sets, Map<String, String> components) {
    static final String INTEGRATION = "Fairpatch_Integration";
    private static final String ACCOUNT = "Account.";
    private static final List<String> ENDINGS = List.of(".js", ".html", ".js-meta.xml");

    Blueprint {
        fields = List.copyOf(fields);
        objects = List.copyOf(objects);
        sets = List.copyOf(sets);
        components = new TreeMap<>(components);
    }

    /** Reads the packaged project and gives the seven fields the names of this installation. */
    static Blueprint of(MappingConfig mapping) {
        var names = new FieldNames(mapping.written());
        var members = ManifestFiles.members();
        var fields = members.getOrDefault("CustomField", List.of()).stream()
                .map(full -> {
                    var object = full.substring(0, full.indexOf('.'));
                    var name = full.substring(full.indexOf('.') + 1);
                    var here = object.equals("Account") ? names.here(name) : name;
                    return FieldPart.of(object, here, ManifestFiles.field(object, name));
                })
                .toList();
        var sets = members.getOrDefault("PermissionSet", List.of()).stream()
                .map(name -> SetPart.of(
                        name,
                        ManifestFiles.permissionSet(name),
                        field -> field.startsWith(ACCOUNT)
                                ? ACCOUNT + names.here(field.substring(ACCOUNT.length()))
                                : field))
                .toList();
        var components = new TreeMap<String, String>();
        members.getOrDefault("LightningComponentBundle", List.of())
                .forEach(name -> ENDINGS.forEach(ending -> components.put(
                        name + "/" + name + ending, names.inCode(ManifestFiles.component(name, ending)))));
        return new Blueprint(fields, members.getOrDefault("CustomObject", List.of()), sets, components);
    }

    Blueprint with(List<SetPart> newSets) {
        return new Blueprint(fields, objects, newSets, components);
    }

    Blueprint without(Set<FieldPart> left) {
        return new Blueprint(
                fields.stream().filter(field -> !left.contains(field)).toList(), objects, sets, components);
    }
}
