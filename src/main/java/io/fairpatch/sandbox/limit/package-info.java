/** Allocations that run out. */
@NullMarked
package io.fairpatch.sandbox.limit;

import org.jspecify.annotations.NullMarked;
