/** Starts practice orgs: a generated one, or one from a folder of CSV files. */
@NullMarked
package io.fairpatch.app.practice;

import org.jspecify.annotations.NullMarked;
