/** The org's records: ids, values, validation, stamps and the log of writes. */
@NullMarked
package io.fairpatch.sandbox.org;

import org.jspecify.annotations.NullMarked;
