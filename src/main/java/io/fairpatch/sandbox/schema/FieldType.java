package io.fairpatch.sandbox.schema;

import java.util.Locale;

/** A field's type by its describe name, with the XML type SOAP gives it. */
public enum FieldType {
    ID("tns:ID"),
    STRING("xsd:string"),
    TEXTAREA("xsd:string"),
    PICKLIST("xsd:string"),
    MULTIPICKLIST("xsd:string"),
    COMBOBOX("xsd:string"),
    PHONE("xsd:string"),
    EMAIL("xsd:string"),
    URL("xsd:string"),
    REFERENCE("tns:ID"),
    BOOLEAN("xsd:boolean"),
    INT("xsd:int"),
    DOUBLE("xsd:double"),
    CURRENCY("xsd:double"),
    PERCENT("xsd:double"),
    DATE("xsd:date"),
    DATETIME("xsd:dateTime"),
    ADDRESS("urn:address"),
    COMPLEXVALUE("xsd:anyType");

    private final String soapType;

    FieldType(String soapType) {
        this.soapType = soapType;
    }

    public String soapType() {
        return soapType;
    }

    /** The name in describe answers, for example {@code multipicklist}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isText() {
        return switch (this) {
            case STRING, TEXTAREA, PICKLIST, MULTIPICKLIST, COMBOBOX, PHONE, EMAIL, URL -> true;
            case ID, REFERENCE, BOOLEAN, INT, DOUBLE, CURRENCY, PERCENT, DATE, DATETIME, ADDRESS, COMPLEXVALUE -> false;
        };
    }

    public boolean isId() {
        return this == ID || this == REFERENCE;
    }

    public boolean isDecimal() {
        return this == DOUBLE || this == CURRENCY || this == PERCENT;
    }

    public boolean isNumber() {
        return this == INT || isDecimal();
    }

    /** The type of the given describe name. */
    public static FieldType of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
