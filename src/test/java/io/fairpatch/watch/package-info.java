/** Tests of triggers and of the calendar of reviews. */
@NullMarked
package io.fairpatch.watch;

import org.jspecify.annotations.NullMarked;
