/** The whole product through its commands: real PostgreSQL, a practice org over HTTP, nothing replaced. */
@org.jspecify.annotations.NullMarked
package io.fairpatch.app.database;
