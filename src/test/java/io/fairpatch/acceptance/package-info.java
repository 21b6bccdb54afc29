@NullMarked
package io.fairpatch.acceptance;

import org.jspecify.annotations.NullMarked;
