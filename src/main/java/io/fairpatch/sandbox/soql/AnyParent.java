package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldFlag;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.Set;

/** What a query may ask of a parent that may be of several objects. */
final class AnyParent {
    /** What the org calls such a parent. */
    static final String OBJECT = "Name";

    /** The name of the parent's object. */
    static final Field TYPE = Field.plain("Type", "Type", FieldType.STRING, 40, Set.of(FieldFlag.NILLABLE));

    static final Set<String> FIELDS = Set.of(
            "ID",
            "NAME",
            "FIRSTNAME",
            "LASTNAME",
            "ALIAS",
            "EMAIL",
            "ISACTIVE",
            "PHONE",
            "PROFILEID",
            "TITLE",
            "USERNAME",
            "USERROLEID");

    static final Set<String> RELATIONSHIPS = Set.of("PROFILE", "USERROLE");

    private AnyParent() {}
}
