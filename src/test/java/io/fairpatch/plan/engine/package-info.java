@NullMarked
package io.fairpatch.plan.engine;

import org.jspecify.annotations.NullMarked;
