/** The reports, one class a question. */
@NullMarked
package io.fairpatch.insight.make;

import org.jspecify.annotations.NullMarked;
