/** SOQL: parser and evaluator. */
@NullMarked
package io.fairpatch.sandbox.soql;

import org.jspecify.annotations.NullMarked;
