/** Territories from scratch: centres, contiguity, bands and a bound. */
@NullMarked
package io.fairpatch.plan.kernel.design;

import org.jspecify.annotations.NullMarked;
