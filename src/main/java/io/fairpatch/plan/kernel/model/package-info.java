/** What the optimiser reads and answers: problem, budget, plan, solution. Amounts are longs in millionths. */
@NullMarked
package io.fairpatch.plan.kernel.model;

import org.jspecify.annotations.NullMarked;
