/** The files of the command solve: JSON in, JSON out. */
@NullMarked
package io.fairpatch.plan.solve;

import org.jspecify.annotations.NullMarked;
