package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Request;

/** The two ways in which SOAP clients want records: by a type element, or each object with an XML type of its own. */
enum Dialect {
    PARTNER,
    ENTERPRISE;

    private static final String TYPED =
            "xsi:type=\"sf:sObject\"><sf:type>(\\w+)</sf:type>(?:<sf:Id xsi:nil=\"true\"/>|<sf:Id>\\w+</sf:Id>)";

    static Dialect of(Request request) {
        return request.path().startsWith("/services/Soap/c/") ? ENTERPRISE : PARTNER;
    }

    String namespace() {
        return "urn:" + label() + ".soap.sforce.com";
    }

    String records() {
        return "urn:sobject." + label() + ".soap.sforce.com";
    }

    String faults() {
        return "urn:fault." + label() + ".soap.sforce.com";
    }

    /** A result as this dialect has it, from one of the partner API. */
    String spoken(String result) {
        return this == PARTNER ? result : result.replaceAll(TYPED, "xsi:type=\"sf:$1\">");
    }

    private String label() {
        return this == PARTNER ? "partner" : "enterprise";
    }
}
