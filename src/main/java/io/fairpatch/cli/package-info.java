/** One command a use case. No SQL, no CRM calls. */
@NullMarked
package io.fairpatch.cli;

import org.jspecify.annotations.NullMarked;
