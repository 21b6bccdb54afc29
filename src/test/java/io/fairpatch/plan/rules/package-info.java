@NullMarked
package io.fairpatch.plan.rules;

import org.jspecify.annotations.NullMarked;
