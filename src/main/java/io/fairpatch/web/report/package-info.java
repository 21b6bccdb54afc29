/** The pages of reports. */
@NullMarked
package io.fairpatch.web.report;

import org.jspecify.annotations.NullMarked;
