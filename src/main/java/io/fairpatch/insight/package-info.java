/** What the org looks like: accounts with their scores and reasons, read from the last scoring. */
@NullMarked
package io.fairpatch.insight;

import org.jspecify.annotations.NullMarked;
