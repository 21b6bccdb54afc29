/** An org read from a folder of CSV files, one an object. */
@NullMarked
package io.fairpatch.sandbox.data.csv;

import org.jspecify.annotations.NullMarked;
