/** Controls that no real org has: faults, write log, statistics. */
@NullMarked
package io.fairpatch.sandbox.control;

import org.jspecify.annotations.NullMarked;
