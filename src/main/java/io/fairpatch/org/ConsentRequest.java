package io.fairpatch.org;

import java.net.URI;

/**
 * One attempt to connect.
 *
 * @param redirect where the org sends the person back to; registered with the app
 * @param state comes back unchanged: proves that the answer belongs to this attempt
 * @param verifier the PKCE secret; never leaves until the code is redeemed
 */
public record ConsentRequest(URI redirect, String state, String verifier) {
    @Override
    public String toString() {
        return "ConsentRequest[" + redirect + "]";
    }
}
