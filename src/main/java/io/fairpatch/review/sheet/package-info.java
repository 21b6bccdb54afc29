/** Moves as a spreadsheet, out and back. */
@NullMarked
package io.fairpatch.review.sheet;

import org.jspecify.annotations.NullMarked;
