/** A rep's own territory, and the sheet that managers print. */
@NullMarked
package io.fairpatch.web.territory;

import org.jspecify.annotations.NullMarked;
