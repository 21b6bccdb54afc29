/** From prices to a plan: rounding, core search, repair, large-neighbourhood search. */
@NullMarked
package io.fairpatch.plan.kernel.search;

import org.jspecify.annotations.NullMarked;
