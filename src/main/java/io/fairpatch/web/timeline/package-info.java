/** What was done, when, and by whom. */
@NullMarked
package io.fairpatch.web.timeline;

import org.jspecify.annotations.NullMarked;
