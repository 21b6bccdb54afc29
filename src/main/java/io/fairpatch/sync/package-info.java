/** From the org to the store. */
@NullMarked
package io.fairpatch.sync;

import org.jspecify.annotations.NullMarked;
