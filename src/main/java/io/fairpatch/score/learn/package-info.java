/** A learned win probability, and the proof it has to pass before it may be used. Pure. */
@NullMarked
package io.fairpatch.score.learn;

import org.jspecify.annotations.NullMarked;
