@NullMarked
package io.fairpatch.plan;

import org.jspecify.annotations.NullMarked;
