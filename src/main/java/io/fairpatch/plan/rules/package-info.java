/** Every planning rule as one Constraint Streams method, and OptaPlanner's polish of a plan. */
@NullMarked
package io.fairpatch.plan.rules;

import org.jspecify.annotations.NullMarked;
