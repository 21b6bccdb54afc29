package io.fairpatch.org;

import io.fairpatch.model.SalesforceId;

/**
 * Which org this is.
 *
 * @param apiVersion the version our calls use, for example "66.0"
 * @param production false for a Salesforce sandbox or a practice org
 */
public record OrgIdentity(
        SalesforceId id, String name, String instanceUrl, String apiVersion, boolean production, SalesforceId userId) {}
