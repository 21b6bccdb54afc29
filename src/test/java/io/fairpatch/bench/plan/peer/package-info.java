/** The bare assignment problem as OptaPlanner sees it: the peer of the kernel's bench. */
@NullMarked
package io.fairpatch.bench.plan.peer;

import org.jspecify.annotations.NullMarked;
