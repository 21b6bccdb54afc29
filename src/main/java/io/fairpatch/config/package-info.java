/** The files of {@code connector-config/} as checked records. */
@NullMarked
package io.fairpatch.config;

import org.jspecify.annotations.NullMarked;
