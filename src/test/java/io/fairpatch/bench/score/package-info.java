@NullMarked
package io.fairpatch.bench.score;

import org.jspecify.annotations.NullMarked;
