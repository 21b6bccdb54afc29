/** The small parts of OAuth 2 that more than one side needs: PKCE, state, form encoding. No I/O. */
@NullMarked
package io.fairpatch.oauth;

import org.jspecify.annotations.NullMarked;
