/** Pure: account and history to score, tier, potential and reasons. */
@NullMarked
package io.fairpatch.score;

import org.jspecify.annotations.NullMarked;
