package io.fairpatch.web.page;

import io.fairpatch.access.Person;
import io.fairpatch.access.Sessions;
import io.fairpatch.access.SignIn;
import io.fairpatch.access.oidc.ProviderSignIn;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Assets;
import io.fairpatch.web.http.OpenToAll;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SessionCookie;
import io.fairpatch.web.view.ErrorPage;
import io.fairpatch.web.view.Shell.Notice;
import io.fairpatch.web.view.SignInPage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The door. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInController {
    private static final Notice ENDED = new Notice(
            false,
            "Your session ended, and the last step was not done",
            "Sign in again: you come back to the page where you were.");

    private final Site site;
    private final SignIn signIn;
    private final Sessions sessions;
    private final ProviderSignIn provider;
    private final Assets assets;

    SignInController(Site site, SignIn signIn, Sessions sessions, ProviderSignIn provider, Assets assets) {
        this.provider = provider;
        this.site = site;
        this.signIn = signIn;
        this.sessions = sessions;
        this.assets = assets;
    }

    @OpenToAll
    @Get("/sign-in")
    HttpResponse<?> door(
            @QueryValue(defaultValue = "/") String returnTo, @QueryValue(defaultValue = "false") boolean ended) {
        return page("", returnTo, ended ? ENDED : null);
    }

    @OpenToAll
    @Post("/sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signIn(HttpRequest<?> request, @Body Map<String, String> form) {
        String name = given(form, "name");
        String password = given(form, "password");
        String target = WayBack.ours(form.get("returnTo"));
        try {
            Person person = signIn.signIn(site.org(), name, password.toCharArray());
            String agent = request.getHeaders().get("User-Agent");
            String token = sessions.open(person, agent == null ? "" : agent, "password");
            return HttpResponse.seeOther(URI.create(target)).cookie(SessionCookie.of(token, request));
        } catch (FairpatchException refused) {
            var problem = refused.problem();
            return page(name, target, new Notice(false, problem.what(), problem.advice()))
                    .status(HttpStatus.UNAUTHORIZED);
        }
    }

    @OpenToSignedIn
    @Post("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> signOut(HttpRequest<?> request) {
        SessionCookie.token(request).ifPresent(sessions::close);
        return HttpResponse.seeOther(URI.create("/sign-in")).cookie(SessionCookie.gone(request));
    }

    /** The door, after a provider did not let somebody in who was on the way to {@code returnTo}. */
    HttpResponse<?> refused(Problem problem, String returnTo) {
        String why = problem.why() == null ? "" : ErrorPage.sentence(problem.why()) + " ";
        String advice = problem.advice() == null ? "" : ErrorPage.sentence(problem.advice());
        return page("", returnTo, new Notice(false, problem.what(), (why + advice).strip()))
                .status(HttpStatus.UNAUTHORIZED);
    }

    private MutableHttpResponse<?> page(String name, String returnTo, @Nullable Notice notice) {
        String target = WayBack.ours(returnTo);
        var page = notice == null
                ? SignInPage.first(assets.version(), site.demoPeople(), provider.label(), name, target)
                : SignInPage.refused(assets.version(), site.demoPeople(), provider.label(), name, target, notice);
        return Pages.part("page/signIn", Map.of("page", page));
    }

    private static String given(Map<String, String> form, String field) {
        String value = form.get(field);
        if (value == null) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The form has no " + field)
                    .maybe("sign in on the page")
                    .exception();
        }
        return value;
    }
}
