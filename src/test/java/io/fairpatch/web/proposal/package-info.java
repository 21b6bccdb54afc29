@NullMarked
package io.fairpatch.web.proposal;

import org.jspecify.annotations.NullMarked;
