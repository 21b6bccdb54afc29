/** Proposals, moves, decisions, drift. */
@NullMarked
package io.fairpatch.review;

import org.jspecify.annotations.NullMarked;
