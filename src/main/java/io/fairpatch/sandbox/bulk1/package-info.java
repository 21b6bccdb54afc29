/** Bulk API 1.0: jobs in XML or JSON, batches in CSV, XML or JSON. */
@NullMarked
package io.fairpatch.sandbox.bulk1;

import org.jspecify.annotations.NullMarked;
