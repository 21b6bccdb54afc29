/** Sign-in: token endpoint, sessions and userinfo. */
@NullMarked
package io.fairpatch.sandbox.oauth;

import org.jspecify.annotations.NullMarked;
