/** The nouns: no I/O, no framework. */
@NullMarked
package io.fairpatch.model;

import org.jspecify.annotations.NullMarked;
