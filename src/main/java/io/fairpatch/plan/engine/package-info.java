/** Territory problems through the kernel: candidate pairs, prices, plans and a bound over all pairs. */
@NullMarked
package io.fairpatch.plan.engine;

import org.jspecify.annotations.NullMarked;
