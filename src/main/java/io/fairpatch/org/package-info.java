/** The port to a CRM. Two sides: reading, and writing that only {@code commit} may call. */
@NullMarked
package io.fairpatch.org;

import org.jspecify.annotations.NullMarked;
