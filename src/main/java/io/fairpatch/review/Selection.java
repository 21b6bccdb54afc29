package io.fairpatch.review;

import io.fairpatch.model.SalesforceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines a person means: these accounts, or everything that matches a filter.
 *
 * @param accounts empty when a filter selects
 */
public record Selection(List<SalesforceId> accounts, @Nullable LineFilter filter) {
    public Selection {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty() == (filter == null)) {
            throw new IllegalArgumentException("A selection must be either at least one account or a filter");
        }
    }

    public static Selection of(SalesforceId account) {
        return new Selection(List.of(account), null);
    }

    public static Selection of(List<SalesforceId> accounts) {
        return new Selection(accounts, null);
    }

    public static Selection matching(LineFilter filter) {
        return new Selection(List.of(), filter);
    }
}
