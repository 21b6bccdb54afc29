/** Error codes, the one exception type, and the problem a person reads. */
@NullMarked
package io.fairpatch.error;

import org.jspecify.annotations.NullMarked;
