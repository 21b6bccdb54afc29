/** Metadata deploys: fields, objects and permission sets that really come to be. */
@NullMarked
package io.fairpatch.sandbox.metadata;

import org.jspecify.annotations.NullMarked;
