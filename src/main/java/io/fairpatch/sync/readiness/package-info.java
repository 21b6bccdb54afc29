/** Whether the copy of an org is good enough to plan on, and what would make it better. */
@NullMarked
package io.fairpatch.sync.readiness;

import org.jspecify.annotations.NullMarked;
