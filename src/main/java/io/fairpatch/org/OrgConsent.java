package io.fairpatch.org;

import java.net.URI;

/**
 * Lets a person connect the org by signing in at its own page (OAuth web server flow with PKCE). Every method throws
 * {@link io.fairpatch.error.FairpatchException} with a code of the 3000s. Thread-safe.
 */
public interface OrgConsent {
    /** The org's page where the person says yes. */
    URI page(ConsentRequest request);

    /** Trades the code that the org sent back for a lasting grant; a code works once. */
    ConsentGrant redeem(ConsentRequest request, String code);

    /** Forgets the session in use, so that the next call signs in by the newest grant. */
    void startAnew();
}
