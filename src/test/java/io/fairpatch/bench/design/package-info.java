/** Figures of territory design from scratch. */
@NullMarked
package io.fairpatch.bench.design;

import org.jspecify.annotations.NullMarked;
