/** Signing people in by an OpenID Connect provider: the org itself, or any other. */
@NullMarked
package io.fairpatch.access.oidc;

import org.jspecify.annotations.NullMarked;
