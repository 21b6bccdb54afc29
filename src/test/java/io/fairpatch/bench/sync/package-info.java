/** How fast an org is copied, and what a crash in between costs. */
@NullMarked
package io.fairpatch.bench.sync;

import org.jspecify.annotations.NullMarked;
