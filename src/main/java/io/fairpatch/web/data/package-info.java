/** The page about the copied data: how complete it is, and what stands in a plan's way. */
@NullMarked
package io.fairpatch.web.data;

import org.jspecify.annotations.NullMarked;
