/** The page about the org: whether it and this installation fit together, and how to mend it. */
@NullMarked
package io.fairpatch.web.org;

import org.jspecify.annotations.NullMarked;
