/** Figures about commits. */
@NullMarked
package io.fairpatch.bench.commit;

import org.jspecify.annotations.NullMarked;
