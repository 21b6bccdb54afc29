package io.fairpatch.sandbox.schema;

/** A yes-or-no property of a field; the letter stands for it in the schema file. */
public enum FieldFlag {
    NILLABLE('n'),
    CREATEABLE('c'),
    UPDATEABLE('u'),
    RESTRICTED_PICKLIST('r'),
    EXTERNAL_ID('x'),
    ID_LOOKUP('i'),
    UNIQUE('q'),
    CALCULATED('f'),
    DEFAULTED('d'),
    NAME_FIELD('m'),
    UNFILTERABLE('w');

    private final char letter;

    FieldFlag(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }
}
