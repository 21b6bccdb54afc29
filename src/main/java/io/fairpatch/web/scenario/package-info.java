/** The page of scenarios. */
@NullMarked
package io.fairpatch.web.scenario;

import org.jspecify.annotations.NullMarked;
