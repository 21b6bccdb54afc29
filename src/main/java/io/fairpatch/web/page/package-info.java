/** The pages: what is asked for, what is shown, and where a form leads. */
@NullMarked
package io.fairpatch.web.page;

import org.jspecify.annotations.NullMarked;
