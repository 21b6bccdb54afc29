/** Proofs that no plan exists, and the smallest set of rules that clash. */
@NullMarked
package io.fairpatch.plan.kernel.proof;

import org.jspecify.annotations.NullMarked;
