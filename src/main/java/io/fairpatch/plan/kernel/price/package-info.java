/** One price per agent and measure: smoothed dual ascent and the bound, evaluated exactly. */
@NullMarked
package io.fairpatch.plan.kernel.price;

import org.jspecify.annotations.NullMarked;
