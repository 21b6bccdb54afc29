/** Plans as made: what holds them back, and why each move is made. */
@NullMarked
package io.fairpatch.web.plan;

import org.jspecify.annotations.NullMarked;
