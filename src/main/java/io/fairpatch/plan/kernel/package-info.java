/** The optimiser: prices, exact search, large-neighbourhood search and proofs for assignment with two-sided bands. */
@NullMarked
package io.fairpatch.plan.kernel;

import org.jspecify.annotations.NullMarked;
