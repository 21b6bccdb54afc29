@NullMarked
package io.fairpatch.insight;

import org.jspecify.annotations.NullMarked;
