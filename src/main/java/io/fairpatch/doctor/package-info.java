/** Checks that an installation and its org fit together. Writes nothing, ever: neither to the org nor to the database. */
@NullMarked
package io.fairpatch.doctor;

import org.jspecify.annotations.NullMarked;
