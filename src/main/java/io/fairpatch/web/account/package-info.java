/** Accounts on a page: the ranked list, one account's reasons, and the method behind them. */
@NullMarked
package io.fairpatch.web.account;

import org.jspecify.annotations.NullMarked;
