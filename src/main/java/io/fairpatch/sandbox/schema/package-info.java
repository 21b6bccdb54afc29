/** The org's objects and fields, and how they describe themselves. */
@NullMarked
package io.fairpatch.sandbox.schema;

import org.jspecify.annotations.NullMarked;
