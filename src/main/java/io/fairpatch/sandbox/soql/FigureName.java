package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.schema.FieldType;

/**
 * A value of each line of figures.
 *
 * @param name as lines name it: an alias, the last part of a field, or expr0, expr1 and so on
 * @param display what a table is to call it: the alias, else the field or call as written
 * @param figure whether it is no field that lines are grouped by
 * @param type what its values are
 */
public record FigureName(String name, String display, boolean figure, FieldType type) {}
