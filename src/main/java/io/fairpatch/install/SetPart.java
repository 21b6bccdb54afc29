package io.fairpatch.install;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * A permission set that we bring.
 *
 * @param general rights of the user as a whole, for example ApiEnabled
 */
record SetPart(String name, String label, String description, TreeSet<Grant> grants, List<String> general) {
    private static final Map<String, String> OBJECT_RIGHTS = new TreeMap<>(Map.of(
            "allowCreate", "PermissionsCreate",
            "allowDelete", "PermissionsDelete",
            "allowEdit", "PermissionsEdit",
            "allowRead", "PermissionsRead",
            "modifyAllRecords", "PermissionsModifyAllRecords",
            "viewAllRecords", "PermissionsViewAllRecords"));

    /** @param rename a field's full name to its name in this org */
    static SetPart of(String name, String source, UnaryOperator<String> rename) {
        var root = Xml.parse(source);
        var grants = new TreeSet<Grant>();
        for (Element field : Xml.children(root, "fieldPermissions")) {
            var target = rename.apply(Xml.text(field, "field"));
            add(grants, target, "PermissionsRead", Xml.isTrue(field, "readable"));
            add(grants, target, "PermissionsEdit", Xml.isTrue(field, "editable"));
        }
        for (Element object : Xml.children(root, "objectPermissions")) {
            OBJECT_RIGHTS.forEach(
                    (tag, right) -> add(grants, Xml.text(object, "object"), right, Xml.isTrue(object, tag)));
        }
        return new SetPart(
                name,
                Xml.text(root, "label"),
                Xml.text(root, "description"),
                grants,
                Xml.children(root, "userPermissions").stream()
                        .map(permission -> Xml.text(permission, "name"))
                        .toList());
    }

    private static void add(TreeSet<Grant> grants, String target, String right, boolean given) {
        if (given) {
            grants.add(new Grant(target, right));
        }
    }

    /** The set without rights on what satisfies the test. */
    SetPart without(java.util.function.Predicate<Grant> leftOut) {
        var left = grants.stream().filter(leftOut.negate()).collect(Collectors.toCollection(TreeSet::new));
        return new SetPart(name, label, description, left, general);
    }

    /** The set with the right to read these fields as well. */
    SetPart reading(List<String> fields) {
        var more = new TreeSet<>(grants);
        fields.forEach(field -> more.add(new Grant(field, "PermissionsRead")));
        return new SetPart(name, label, description, more, general);
    }

    String xml() {
        var xml = new StringBuilder(DeployPackage.HEAD)
                .append("<PermissionSet xmlns=\"")
                .append(DeployPackage.NAMESPACE)
                .append("\">\n    <description>")
                .append(description)
                .append("</description>\n");
        targets(true).forEach(target -> xml.append("    <fieldPermissions>\n        <editable>")
                .append(gives(target, "PermissionsEdit"))
                .append("</editable>\n        <field>")
                .append(target)
                .append("</field>\n        <readable>true</readable>\n    </fieldPermissions>\n"));
        xml.append("    <hasActivationRequired>false</hasActivationRequired>\n    <label>")
                .append(label)
                .append("</label>\n");
        targets(false).forEach(target -> xml.append(objectXml(target)));
        general.forEach(name -> xml.append("    <userPermissions>\n        <enabled>true</enabled>\n        <name>")
                .append(name)
                .append("</name>\n    </userPermissions>\n"));
        return xml.append("</PermissionSet>\n").toString();
    }

    private String objectXml(String target) {
        var tags = new TreeMap<String, String>();
        OBJECT_RIGHTS.forEach((tag, right) -> tags.put(tag, String.valueOf(gives(target, right))));
        tags.put("object", target);
        return tags.entrySet().stream()
                .map(tag -> "        <" + tag.getKey() + ">" + tag.getValue() + "</" + tag.getKey() + ">\n")
                .collect(Collectors.joining("", "    <objectPermissions>\n", "    </objectPermissions>\n"));
    }

    private boolean gives(String target, String right) {
        return grants.contains(new Grant(target, right));
    }

    private List<String> targets(boolean fields) {
        return grants.stream()
                .filter(grant -> grant.ofField() == fields)
                .map(Grant::target)
                .distinct()
                .sorted()
                .toList();
    }
}
