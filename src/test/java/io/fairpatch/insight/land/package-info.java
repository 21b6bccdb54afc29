/** Tests of what reports look at. */
@NullMarked
package io.fairpatch.insight.land;

import org.jspecify.annotations.NullMarked;
