package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.problem.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An account that goes with its unit to another seat.
 *
 * @param fromSeat null when the account had no rep, or one who is not active
 */
record Shift(Account account, Unit unit, @Nullable SalesforceId fromRep, @Nullable Integer fromSeat, int toSeat) {}
