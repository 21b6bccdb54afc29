/** The page of triggers and reviews. */
@NullMarked
package io.fairpatch.web.watch;

import org.jspecify.annotations.NullMarked;
