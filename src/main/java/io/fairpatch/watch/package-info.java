/** What asks for a new plan between reviews, and when reviews are due. */
@NullMarked
package io.fairpatch.watch;

import org.jspecify.annotations.NullMarked;
