/** The adapter behind {@code org}: OAuth, REST, Bulk API 2.0, SOAP, the error table, limits. */
@NullMarked
package io.fairpatch.salesforce;

import org.jspecify.annotations.NullMarked;
