/** States an org can be put into, so that checks of it have something to find. */
@NullMarked
package io.fairpatch.sandbox.state;

import org.jspecify.annotations.NullMarked;
