/** The JSON API: the same use cases as the pages, for programs. */
@NullMarked
package io.fairpatch.web.api;

import org.jspecify.annotations.NullMarked;
