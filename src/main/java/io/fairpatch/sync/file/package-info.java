/** CSV files in: facts, deals and people that the org does not hold. */
@NullMarked
package io.fairpatch.sync.file;

import org.jspecify.annotations.NullMarked;
