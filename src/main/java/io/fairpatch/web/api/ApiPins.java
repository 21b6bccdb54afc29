package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.Pin;
import io.fairpatch.review.Pins;
import io.fairpatch.review.Selection;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Accounts that stay with their rep until a day, whatever a plan would say. */
@Tag(name = "pins")
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiPins {
    private final Site site;
    private final Pins pins;
    private final Once once;

    ApiPins(Site site, Pins pins, Once once) {
        this.site = site;
        this.pins = pins;
        this.once = once;
    }

    /** Which moves to decline, until when to keep their accounts, and why. */
    @Serdeable
    record PinsJson(@Nullable List<String> accounts, @Nullable LocalDate until, @Nullable String reason) {}

    /** A pin in force. */
    @Serdeable
    record PinJson(String account, String rep, LocalDate until, String reason, String pinnedBy) {
        static PinJson of(Pin pin) {
            return new PinJson(pin.account().value(), pin.rep().value(), pin.until(), pin.reason(), pin.pinnedBy());
        }
    }

    /** Pins in force, those that end first at the top. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get("/pins")
    PageJson<PinJson> list() {
        var all = pins.list(site.org()).stream().map(PinJson::of).toList();
        return new PageJson<>(all, all.size(), null);
    }

    /** Declines moves and pins their accounts to the reps they are with. */
    @Needs(Action.DECIDE_ANY)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ProposalJson.class)))
    @Post("/proposals/{id}/pins")
    HttpResponse<String> pin(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body PinsJson body) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(request, who, body, () -> {
            List<String> accounts = body.accounts() == null ? List.of() : body.accounts();
            if (accounts.isEmpty()) {
                throw Problem.of(ErrorCode.REQUEST_INVALID, "The field accounts is missing")
                        .at("/accounts")
                        .maybe("name at least one account by id")
                        .exception();
            }
            var selection = Selection.of(accounts.stream().map(Given::account).toList());
            var done = pins.pin(
                    site.org(),
                    id,
                    revision,
                    selection,
                    Given.required("until", body.until()),
                    body.reason(),
                    who.person());
            return Once.Done.changed(ProposalJson.of(done.proposal()));
        });
    }

    /** Ends a pin. */
    @Needs(Action.DECIDE_ANY)
    @ApiResponse(responseCode = "204")
    @Delete("/pins/{account}")
    HttpResponse<?> end(@Parameter(hidden = true) SignedIn who, String account) {
        pins.end(site.org(), Given.account(account), who.person());
        return HttpResponse.noContent();
    }
}
