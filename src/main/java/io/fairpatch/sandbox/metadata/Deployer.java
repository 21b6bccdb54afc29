package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.metadata.Component.Effect;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.SetupRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Works out what a package comes to, and does it. */
public final class Deployer {
    private final Org org;
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

    public Deployer(Org org) {
        this.org = org;
    }

    /** Deploys a package that was deployed before, on a fresh org with the same data. */
    public void again(byte[] zip) {
        try {
            plan(zip).stream().filter(each -> each.problem() == null).forEach(each -> each.action()
                    .run());
        } catch (IOException e) {
            throw new IllegalArgumentException("the kept package cannot be read", e);
        }
    }

    /** What deploying the package comes to; nothing is done before an action runs. */
    List<Component> plan(byte[] zip) throws IOException {
        var files = ZipFiles.read(zip);
        var list = PackageList.require(files.get("package.xml"));
        var rows = new SetupRows(org, org.clock().instant());
        var objects = new ObjectFiles(org, list);
        var components = new ArrayList<Component>();
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("objects/")) {
                components.addAll(objects.read(file.getKey(), file.getValue()));
            }
        }
        var sets = new PermissionSetFiles(org, rows, objects);
        for (var file : files.entrySet()) {
            if (file.getKey().startsWith("permissionsets/")) {
                components.add(sets.read(file.getKey(), file.getValue()));
            }
        }
        components.addAll(others(files));
        missing(list, components);
        var removal = new Removal(org, rows);
        for (var name : List.of("destructiveChangesPre.xml", "destructiveChanges.xml", "destructiveChangesPost.xml")) {
            components.addAll(removal.plan(name, PackageList.read(files.get(name))));
        }
        return components;
    }

    private List<Component> others(Map<String, byte[]> files) {
        var components = new LinkedHashMap<String, Component>();
        files.forEach((path, content) -> {
            var parts = path.split("/");
            var kind = MetadataType.keptIn(parts[0]);
            if (parts.length > 1 && kind.isPresent()) {
                var type = kind.get().name();
                var name = nameOf(parts);
                boolean same = Arrays.equals(content, kept.get(path));
                var before = components.get(type + name);
                var effect = !kept.containsKey(path) ? Effect.CREATED : same ? Effect.UNCHANGED : Effect.CHANGED;
                Runnable keep = () -> kept.put(path, content);
                var joint = before == null || before.change() == Effect.UNCHANGED ? effect : before.change();
                components.put(
                        type + name,
                        Component.of(
                                type,
                                name,
                                parts[0] + "/" + name,
                                joint,
                                before == null
                                        ? keep
                                        : () -> {
                                            before.action().run();
                                            keep.run();
                                        }));
            }
        });
        return List.copyOf(components.values());
    }

    /** The component that a file belongs to, by the parts of its path. */
    static String nameOf(String... path) {
        return path.length > 2 ? path[1] : path[1].replaceFirst("\\..*$", "");
    }

    /** What is kept without being acted on, by path. */
    Map<String, byte[]> kept() {
        return Map.copyOf(kept);
    }

    private static void missing(PackageList list, List<Component> components) {
        list.members().forEach((type, names) -> names.stream()
                .filter(name -> !name.equals("*"))
                .filter(name -> components.stream()
                        .noneMatch(each ->
                                each.type().equals(type) && each.fullName().equals(name)))
                .filter(name -> !type.equals("CustomObject") || !name.equals("Account"))
                .forEach(name -> components.add(Component.failed(
                        type,
                        name,
                        "package.xml",
                        "An object '%s' of type %s was named in package.xml, but was not found in zipped directory"
                                .formatted(name, type)))));
    }
}
