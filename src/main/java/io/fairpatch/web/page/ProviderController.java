package io.fairpatch.web.page;

import io.fairpatch.access.Person;
import io.fairpatch.access.Sessions;
import io.fairpatch.access.oidc.ProviderSignIn;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.OpenToAll;
import io.fairpatch.web.http.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sign-in by a provider: there, and back. */
@Hidden
@Controller("/sign-in")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProviderController {
    private final Site site;
    private final ProviderSignIn provider;
    private final Sessions sessions;
    private final SignInController door;

    ProviderController(Site site, ProviderSignIn provider, Sessions sessions, SignInController door) {
        this.site = site;
        this.provider = provider;
        this.sessions = sessions;
        this.door = door;
    }

    @OpenToAll
    @Get("/provider")
    HttpResponse<?> begin(HttpRequest<?> request, @QueryValue(defaultValue = WayBack.HOME) String returnTo) {
        try {
            var begun = provider.begin(seen(request));
            var ticket = new ProviderTicket(begun.ticket(), returnTo);
            return HttpResponse.seeOther(begun.page()).cookie(ticket.kept(request));
        } catch (FairpatchException refused) {
            return door.refused(refused.problem(), returnTo);
        }
    }

    /** The ticket of this browser shows that it began the sign-in, so that nobody is signed in as somebody else. */
    @OpenToAll
    @Get("/callback")
    HttpResponse<?> callback(
            HttpRequest<?> request,
            @QueryValue(defaultValue = "") String state,
            @QueryValue(defaultValue = "") String code,
            @Nullable @QueryValue String error) {
        var kept = ProviderTicket.of(request);
        try {
            if (error != null) {
                throw Problem.of(ErrorCode.ACCESS_SIGN_IN, "The provider did not let you in")
                        .maybe("try again, or sign in with a name and a password")
                        .exception();
            }
            Person person = provider.finish(site.org(), seen(request), kept.ticket(), state, code);
            String agent = request.getHeaders().get("User-Agent");
            String how = Objects.requireNonNullElse(provider.label(), "provider");
            String token = sessions.open(person, agent == null ? "" : agent, how);
            return HttpResponse.seeOther(URI.create(kept.returnTo()))
                    .cookie(SessionCookie.of(token, request))
                    .cookie(ProviderTicket.gone(request));
        } catch (FairpatchException refused) {
            return door.refused(refused.problem(), kept.returnTo());
        }
    }

    private static URI seen(HttpRequest<?> request) {
        String scheme = request.isSecure() ? "https://" : "http://";
        return URI.create(scheme + request.getHeaders().get("Host") + "/sign-in/callback");
    }
}
