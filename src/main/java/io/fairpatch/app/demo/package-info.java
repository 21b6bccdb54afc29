/** The practice run: a sandbox org, the whole job on it, and the proof that the org holds what was approved. */
@NullMarked
package io.fairpatch.app.demo;

import org.jspecify.annotations.NullMarked;
