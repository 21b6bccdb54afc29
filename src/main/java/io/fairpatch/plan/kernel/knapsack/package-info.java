/**
 * Problems with one upper end an agent (generalized assignment): a bound by whole books, and exact search with it of the
 * whole problem and of parts of it.
 */
@NullMarked
package io.fairpatch.plan.kernel.knapsack;

import org.jspecify.annotations.NullMarked;
