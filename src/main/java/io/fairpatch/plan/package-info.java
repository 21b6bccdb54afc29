/** Pure: problem to assignment, bound, reasons and balance measures. */
@NullMarked
package io.fairpatch.plan;

import org.jspecify.annotations.NullMarked;
