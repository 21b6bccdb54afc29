/** Figures of the planner's kernel, against independent solvers. */
@org.jspecify.annotations.NullMarked
package io.fairpatch.bench.plan;
