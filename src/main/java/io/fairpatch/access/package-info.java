/** People, roles, sessions, four eyes. */
@NullMarked
package io.fairpatch.access;

import org.jspecify.annotations.NullMarked;
