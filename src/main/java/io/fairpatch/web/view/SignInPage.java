package io.fairpatch.web.view;

import io.micronaut.http.uri.UriBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The door.
 *
 * @param demoPeople shown on the practice org only; empty otherwise
 * @param provider the name of who else vouches for people, null when nobody
 * @param name what was typed before, kept after a refusal
 * @param returnTo where to go after signing in
 */
public record SignInPage(
        String assets,
        List<DemoPerson> demoPeople,
        @Nullable String provider,
        String name,
        String returnTo,
        Shell.@Nullable Notice notice) {
    public SignInPage {
        demoPeople = List.copyOf(demoPeople);
    }

    /** Where the provider's button leads; it keeps the way back. */
    public String providerHref() {
        return UriBuilder.of("/sign-in/provider")
                .queryParam("returnTo", returnTo)
                .build()
                .toString();
    }

    /** The door as one first sees it. */
    public static SignInPage first(
            String assets, List<DemoPerson> demoPeople, @Nullable String provider, String name, String returnTo) {
        return new SignInPage(assets, demoPeople, provider, name, returnTo, null);
    }

    /** The door after a refusal. */
    public static SignInPage refused(
            String assets,
            List<DemoPerson> demoPeople,
            @Nullable String provider,
            String name,
            String returnTo,
            Shell.Notice notice) {
        return new SignInPage(assets, demoPeople, provider, name, returnTo, notice);
    }

    /** Somebody of the practice org who may sign in with this password. */
    public record DemoPerson(String name, String password, String role) {}
}
