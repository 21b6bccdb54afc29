/** The last look before a commit, its progress, and its receipts. */
@NullMarked
package io.fairpatch.web.commit;

import org.jspecify.annotations.NullMarked;
