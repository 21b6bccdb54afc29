/** Scenarios: the usual plan varied, and the variants measured side by side. */
@NullMarked
package io.fairpatch.plan.scenario;

import org.jspecify.annotations.NullMarked;
