/** Bulk API 1.0: jobs and batches in XML. */
@NullMarked
package io.fairpatch.sandbox.bulk1;

import org.jspecify.annotations.NullMarked;
