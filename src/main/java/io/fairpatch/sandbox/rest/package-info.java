/** The REST API: versions, describe, query, records and collections. */
@NullMarked
package io.fairpatch.sandbox.rest;

import org.jspecify.annotations.NullMarked;
