/** Connects an org, and puts our fields and permissions into it after a person saw what changes. */
@NullMarked
package io.fairpatch.install;

import org.jspecify.annotations.NullMarked;
