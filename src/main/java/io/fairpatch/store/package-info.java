/** PostgreSQL: snapshot tables, bulk load, audit log, migrations. */
@NullMarked
package io.fairpatch.store;

import org.jspecify.annotations.NullMarked;
