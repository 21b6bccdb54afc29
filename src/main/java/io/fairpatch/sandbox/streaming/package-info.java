/** The Streaming API. */
@NullMarked
package io.fairpatch.sandbox.streaming;

import org.jspecify.annotations.NullMarked;
