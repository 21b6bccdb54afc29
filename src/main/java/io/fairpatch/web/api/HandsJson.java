package io.fairpatch.web.api;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Hands;
import io.micronaut.serde.annotation.Serdeable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Choices by hand.
 *
 * @param pins by account id: the user id of the rep it goes to
 * @param forbidden by account id: user ids of reps it may not go to
 */
@Serdeable
record HandsJson(@Nullable Map<String, String> pins, @Nullable Map<String, List<String>> forbidden) {
    private static final int MOST = 1_000;

    Hands read() {
        var to = new HashMap<SalesforceId, SalesforceId>();
        var not = new HashMap<SalesforceId, Set<SalesforceId>>();
        if (pins != null) {
            pins.forEach((account, rep) -> to.put(Given.account(account), Given.account(rep)));
        }
        if (forbidden != null) {
            forbidden.forEach((account, reps) -> not.put(
                    Given.account(account), reps.stream().map(Given::account).collect(Collectors.toSet())));
        }
        if (to.isEmpty() && not.isEmpty() || to.size() + not.size() > MOST) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "There must be 1 to " + MOST + " choices")
                    .at("/pins")
                    .maybe("send pins, forbidden or both")
                    .exception();
        }
        return new Hands(to, not);
    }
}
