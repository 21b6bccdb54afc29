package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Request;

/**
 * The ways in which SOAP clients speak: with records by a type element, with each object an XML type of its own, or of
 * metadata.
 */
enum Dialect {
    PARTNER,
    ENTERPRISE,
    METADATA;

    private static final String TYPED =
            "xsi:type=\"sf:sObject\"><sf:type>(\\w+)</sf:type>(?:<sf:Id xsi:nil=\"true\"/>|<sf:Id>\\w+</sf:Id>)";
    private static final String OF_METADATA = "http://soap.sforce.com/2006/04/metadata";

    static Dialect of(Request request) {
        var path = request.path() + "/";
        return path.startsWith("/services/Soap/c/")
                ? ENTERPRISE
                : path.startsWith("/services/Soap/m/") ? METADATA : PARTNER;
    }

    String namespace() {
        return this == METADATA ? OF_METADATA : "urn:" + label() + ".soap.sforce.com";
    }

    String records() {
        return this == METADATA ? OF_METADATA : "urn:sobject." + label() + ".soap.sforce.com";
    }

    String faults() {
        return this == METADATA ? OF_METADATA : "urn:fault." + label() + ".soap.sforce.com";
    }

    /** A result as this dialect has it, from one of the partner API. */
    String spoken(String result) {
        return this == ENTERPRISE ? result.replaceAll(TYPED, "xsi:type=\"sf:$1\">") : result;
    }

    private String label() {
        return this == PARTNER ? "partner" : "enterprise";
    }
}
