/** Bulk API 2.0: query and ingest jobs. */
@NullMarked
package io.fairpatch.sandbox.bulk;

import org.jspecify.annotations.NullMarked;
