/** Figures: each bench measures us and a peer or a limit in the same run. */
@NullMarked
package io.fairpatch.bench;

import org.jspecify.annotations.NullMarked;
