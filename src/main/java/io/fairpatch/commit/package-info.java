/** Approved proposals to writes: ledger, guard, receipts, verify. The only caller of OrgWriter. */
@NullMarked
package io.fairpatch.commit;

import org.jspecify.annotations.NullMarked;
