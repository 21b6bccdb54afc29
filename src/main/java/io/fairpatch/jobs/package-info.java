/** Durable runs of the use cases, with progress. */
@NullMarked
package io.fairpatch.jobs;

import org.jspecify.annotations.NullMarked;
