/** What the pages show, already in a person's words and figures: typed records, no services. */
@NullMarked
package io.fairpatch.web.view;

import org.jspecify.annotations.NullMarked;
