/** What all reports look at: the last copy of the org with its scores, put together once. */
@NullMarked
package io.fairpatch.insight.land;

import org.jspecify.annotations.NullMarked;
