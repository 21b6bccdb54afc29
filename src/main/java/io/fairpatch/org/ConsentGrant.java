package io.fairpatch.org;

import io.fairpatch.model.SalesforceId;

/**
 * What a person's yes brought.
 *
 * @param refreshToken lasting; a secret
 * @param scope what the org granted, words separated by spaces
 */
public record ConsentGrant(
        String refreshToken, String instanceUrl, SalesforceId orgId, SalesforceId userId, String scope) {
    @Override
    public String toString() {
        return "ConsentGrant[" + orgId + ", " + userId + "]";
    }
}
