package io.fairpatch.sync;

/** What a column holds, and so how the org's text is read. */
enum Kind {
    /** The record's own id: without one the row is refused. */
    ID,
    LOOKUP,
    TEXT,
    /** A record's name; the id stands in for a missing one. */
    NAME,
    /** A text without which the row is refused. */
    NEEDED_TEXT,
    /** Whole cents; in the record's currency as it comes. */
    MONEY,
    /** The same, in the org's currency: written in the mapping, it belongs to no record. */
    OWN_MONEY,
    /** A whole number. */
    COUNT,
    NUMBER,
    /** A Percent field: 25 becomes 0.25. */
    PERCENT,
    DATE,
    /** A date without which the row is refused. */
    NEEDED_DATE,
    /** A moment without which the row is refused. */
    NEEDED_MOMENT,
    FLAG,
    /** Texts separated by semicolons. */
    WORDS,
    LATITUDE,
    LONGITUDE,
    COUNTRY,
    /** The amounts of the row in its own currency, where that is not the org's. */
    ORIGINAL,
    /** By where the record is. */
    TIME_ZONE
}
