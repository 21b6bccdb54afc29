/** What people are told outside of the pages. */
@NullMarked
package io.fairpatch.review.digest;

import org.jspecify.annotations.NullMarked;
