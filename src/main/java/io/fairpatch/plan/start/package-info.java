/** A first plan and a proven bound: prices by dual ascent, then quick local moves. */
@NullMarked
package io.fairpatch.plan.start;

import org.jspecify.annotations.NullMarked;
