/** Which PostgreSQL we run on: an embedded one in the home folder, or one given by URL. */
@NullMarked
package io.fairpatch.app.database;

import org.jspecify.annotations.NullMarked;
