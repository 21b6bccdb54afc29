package io.fairpatch.salesforce;

import io.fairpatch.error.ErrorCode;

/** What a failed call means for us: the code a person sees, whether a repeat may help, and what to do. */
enum FailureKind {
    UNREACHABLE(ErrorCode.ORG_UNREACHABLE, true, "check the org's URL, the network and the proxy, then try again"),
    UNTRUSTED(
            ErrorCode.ORG_UNREACHABLE,
            false,
            "the host's certificate isn't one this Java trusts: add it to the trust store, or check the URL"),
    BUSY(
            ErrorCode.ORG_BUSY,
            true,
            "the org is under load or in maintenance: see status.salesforce.com, try again later"),
    ANSWER(
            ErrorCode.ORG_ANSWER,
            true,
            "a proxy or the network stands between: check that the URL is the org's own, then try again"),
    RECORD_COUNT(ErrorCode.ORG_RECORD_COUNT, true, "try again; nothing of the incomplete answer was kept"),
    SESSION_EXPIRED(
            ErrorCode.ORG_SIGN_IN,
            false,
            "give a new access token, or let Fairpatch sign in by itself with client credentials or a key"),
    SIGN_IN(
            ErrorCode.ORG_SIGN_IN,
            false,
            "check client id, secret or key, the app's run-as user and its IP policy in the org's setup, and for a key"
                    + " this machine's clock"),
    OTHER_ORG(
            ErrorCode.ORG_SIGN_IN,
            false,
            "check org.url in connector.yml; after a refresh of a sandbox its copy is a new org: ./fairpatch sync, and set"
                    + " orgId in write-policy.yml"),
    CONNECT_AGAIN(
            ErrorCode.ORG_NOT_CONNECTED,
            false,
            "connect the org again: ./fairpatch connect, or the button Connect on the page Org"),
    RIGHTS(
            ErrorCode.ORG_RIGHTS,
            false,
            "the integration user lacks a right: assign the Fairpatch permission set, or check field-level security"),
    LIMIT(
            ErrorCode.ORG_LIMIT,
            false,
            "the org's allocation for 24 hours is used up: try later, or see Company Information in the org's setup"),
    ADDRESS(
            ErrorCode.ORG_REQUEST,
            false,
            "the URL isn't the address of the org's API: take its My Domain, as in https://acme.my.salesforce.com"),
    RETIRED(
            ErrorCode.ORG_REQUEST,
            false,
            "the org's API has moved past the versions that this Fairpatch speaks: allow a newer one in connector.yml"
                    + " (apiVersion), or update Fairpatch"),
    REQUEST(ErrorCode.ORG_REQUEST, false, "check the field and object names in mapping.yml against the org"),
    NOT_IN_BULK(ErrorCode.ORG_REQUEST, false, "the org doesn't offer this object in bulk: leave it out of mapping.yml");

    private final ErrorCode code;
    private final boolean passing;
    private final String advice;

    FailureKind(ErrorCode code, boolean passing, String advice) {
        this.code = code;
        this.passing = passing;
        this.advice = advice;
    }

    ErrorCode code() {
        return code;
    }

    /** Whether the same call may succeed a little later. */
    boolean passing() {
        return passing;
    }

    /** What to do, to be read on after "Maybe ". */
    String advice() {
        return advice;
    }
}
