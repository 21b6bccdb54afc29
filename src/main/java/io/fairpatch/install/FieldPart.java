package io.fairpatch.install;

/**
 * A custom field that we bring.
 *
 * @param name its API name in this org, as mapping.yml has it
 * @param xml its definition in the metadata format, without the root around it
 */
record FieldPart(String object, String name, String label, String type, String xml) {
    String fullName() {
        return object + "." + name;
    }

    /** Reads a file of the source format and gives the field its name in this org. */
    static FieldPart of(String object, String name, String source) {
        var root = Xml.parse(source);
        var body = source.substring(source.indexOf("<fullName>"), source.indexOf("</CustomField>"))
                .replaceFirst("<fullName>[^<]*</fullName>", "<fullName>" + name + "</fullName>")
                .stripTrailing();
        return new FieldPart(
                object, name, Xml.text(root, "label"), words(root), "    <fields>\n    " + body + "\n    </fields>\n");
    }

    private static String words(org.w3c.dom.Element root) {
        var length = Xml.text(root, "length");
        var target = Xml.text(root, "referenceTo");
        var type = Xml.text(root, "type");
        if (!target.isEmpty()) {
            return type + " to " + target;
        }
        return length.isEmpty() ? type : type + " of " + length;
    }
}
