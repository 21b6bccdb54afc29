package io.fairpatch.plan;

/**
 * Something that holds the plan back, and what giving way would bring.
 *
 * @param rule as in a move's reasons: balance, workload, capacity, mix, limit on moves, language, ...
 * @param what whom or what it binds: a rep's name, or the rule itself
 * @param sentence for a person, with numbers
 * @param cents what one more unit of room, or the rule dropped, would bring a year at the plan's prices: exact for a small
 *     change, else an upper limit
 */
public record Binding(String rule, String what, String sentence, long cents) {}
