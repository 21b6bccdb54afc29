package io.fairpatch.install;

import io.fairpatch.org.FieldSchema;

/**
 * A custom field that we bring.
 *
 * @param name its API name in this org, as mapping.yml has it
 * @param kind its type as the metadata format calls it
 * @param length most characters of a text, 0 for other types
 * @param target the object that a lookup leads to, else empty
 * @param xml its definition in the metadata format, without the root around it
 */
record FieldPart(String object, String name, String label, String kind, int length, String target, String xml) {
    String fullName() {
        return object + "." + name;
    }

    /** Reads a file of the source format and gives the field its name in this org. */
    static FieldPart of(String object, String name, String source) {
        var root = Xml.parse(source);
        var body = source.substring(source.indexOf("<fullName>"), source.indexOf("</CustomField>"))
                .replaceFirst("<fullName>[^<]*</fullName>", "<fullName>" + name + "</fullName>")
                .stripTrailing();
        var length = Xml.text(root, "length");
        return new FieldPart(
                object,
                name,
                Xml.text(root, "label"),
                Xml.text(root, "type"),
                length.isEmpty() ? 0 : Integer.parseInt(length),
                Xml.text(root, "referenceTo"),
                "    <fields>\n    " + body + "\n    </fields>\n");
    }

    /** In words: {@code Text of 80 (Territory)}. */
    String words() {
        var size = length == 0 ? "" : " of " + length;
        return kind + (target.isEmpty() ? size : " to " + target) + " (" + label + ")";
    }

    /** Whether a field that the org has already does as well: what an admin made of it is then left as it is. */
    boolean fits(FieldSchema there) {
        return switch (kind) {
            case "Lookup" ->
                there.type().equals("reference") && there.referenceTo().contains(target);
            case "Date" -> there.type().equals("date");
            case "Number" -> there.type().equals("double");
            case "Text" ->
                there.length() >= length
                        && (there.type().equals("string") || there.type().equals("textarea"));
            default -> false;
        };
    }
}
