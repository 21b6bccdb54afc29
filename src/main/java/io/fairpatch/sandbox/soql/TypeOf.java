package io.fairpatch.sandbox.soql;

import java.util.List;

/**
 * Fields of a parent, by the object that the parent is of.
 *
 * @param relationship how to get to the parent
 * @param otherwise fields for objects that none of the cases names
 */
record TypeOf(Token relationship, List<Case> cases, List<Token> otherwise) {
    /** The fields for one object. */
    record Case(Token object, List<Token> fields) {}
}
