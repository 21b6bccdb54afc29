/** Tables that answer one question each, sentence first; every number opens to its rows and formula. Read only. */
@NullMarked
package io.fairpatch.insight.report;

import org.jspecify.annotations.NullMarked;
