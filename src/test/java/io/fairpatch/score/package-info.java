@NullMarked
package io.fairpatch.score;

import org.jspecify.annotations.NullMarked;
