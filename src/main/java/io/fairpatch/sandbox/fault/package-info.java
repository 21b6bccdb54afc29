/** Faults that a test can arm. */
@NullMarked
package io.fairpatch.sandbox.fault;

import org.jspecify.annotations.NullMarked;
