/** The pages of proposals: the list, the review with its moves, decisions, and the way to the commit. */
@NullMarked
package io.fairpatch.web.proposal;

import org.jspecify.annotations.NullMarked;
