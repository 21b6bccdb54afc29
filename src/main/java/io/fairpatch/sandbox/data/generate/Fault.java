package io.fairpatch.sandbox.data.generate;

/** What is wrong with an account on purpose. */
enum Fault {
    /** No owner at all. */
    OWNERLESS,
    /** Owned by someone who has left. */
    INACTIVE_OWNER,
    /** The same company as another account, spelt a little differently. */
    DUPLICATE,
    /** A member of a family whose head another rep has. */
    SPLIT_FAMILY,
    /** The owner lacks the language or the clearance that the account needs. */
    UNQUALIFIED_OWNER,
    NO_INDUSTRY,
    NO_POSTAL_CODE,
    NON_ASCII_NAME,
    /** A comma or quotes in the name. */
    PUNCTUATED_NAME,
    /** A description with line breaks, quotes and commas. */
    MULTILINE_TEXT
}
