package io.fairpatch.sandbox.soql;

/**
 * A value of each line of figures.
 *
 * @param name as lines name it: an alias, the last part of a field, or expr0, expr1 and so on
 * @param written as the query has it
 * @param figure whether it is no field that lines are grouped by
 */
public record FigureName(String name, String written, boolean figure) {}
