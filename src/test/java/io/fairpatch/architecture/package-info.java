/** The house's own rules, held by tests. */
@NullMarked
package io.fairpatch.architecture;

import org.jspecify.annotations.NullMarked;
