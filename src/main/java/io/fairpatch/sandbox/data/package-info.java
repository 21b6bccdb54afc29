/** What an org on this machine holds at the start: generated, or loaded from CSV files. */
@NullMarked
package io.fairpatch.sandbox.data;

import org.jspecify.annotations.NullMarked;
