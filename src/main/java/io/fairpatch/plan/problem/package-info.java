/** A territory problem as whole numbers: units, seats, loads, costs, and how a plan stands against the rules. */
@NullMarked
package io.fairpatch.plan.problem;

import org.jspecify.annotations.NullMarked;
