/** Pages and the JSON API. No SQL, no CRM calls. */
@NullMarked
package io.fairpatch.web;

import org.jspecify.annotations.NullMarked;
