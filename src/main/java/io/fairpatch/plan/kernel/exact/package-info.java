/** Depth-first search with the priced bound: whole small problems and neighbourhoods of large ones. */
@NullMarked
package io.fairpatch.plan.kernel.exact;

import org.jspecify.annotations.NullMarked;
