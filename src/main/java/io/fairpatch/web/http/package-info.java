/** What stands between the network and every page: sign-in, rights, forgery and size checks, headers, error answers. */
@NullMarked
package io.fairpatch.web.http;

import org.jspecify.annotations.NullMarked;
