package io.fairpatch.web.territory;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Comments;
import io.fairpatch.review.OwnBook;
import io.fairpatch.review.OwnBooks;
import io.fairpatch.review.Workshop;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.Shell.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** A rep's own territory, and any rep's as a sheet for those who review. */
@Hidden
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TerritoryPages {
    private final Site site;
    private final OwnBooks books;
    private final Workshop workshop;
    private final Comments comments;
    private final TerritoryViews views;
    private final Shells shells;
    private final Clock clock;

    TerritoryPages(
            Site site,
            OwnBooks books,
            Workshop workshop,
            Comments comments,
            TerritoryViews views,
            Shells shells,
            Clock clock) {
        this.site = site;
        this.books = books;
        this.workshop = workshop;
        this.comments = comments;
        this.views = views;
        this.shells = shells;
        this.clock = clock;
    }

    @Needs(Action.VIEW_OWN_TERRITORY)
    @Get("/my-territory")
    HttpResponse<?> mine(HttpRequest<?> request, SignedIn who) {
        OwnBook own = own(who);
        var page = views.page(shells.frame(request, who, "My territory"), own, List.of(), "/my-territory/feedback", "");
        return Pages.show(request, "page/territory", Map.of("page", page));
    }

    private OwnBook own(SignedIn who) {
        return books.of(site.org(), user(who.person()))
                .orElseThrow(() -> Problem.of(ErrorCode.PAGE_NOT_FOUND, "There is no territory of yours yet")
                        .because("no plan has been made with you in it")
                        .maybe("ask ops for one")
                        .exception());
    }

    @Needs(Action.VIEW_OWN_TERRITORY)
    @Post("/my-territory/feedback")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> feedback(HttpRequest<?> request, SignedIn who, @Body String body) {
        var form = new QueryValues(body);
        SalesforceId account = account(form.required("account"));
        OwnBook own = own(who);
        if (own.accounts().stream().noneMatch(fact -> fact.account().equals(account))) {
            throw Problem.of(ErrorCode.ACCESS_RIGHTS, "The account is not in your territory")
                    .maybe("reload the page: the account went to somebody else since, and who has it now may say this")
                    .exception();
        }
        comments.feedback(
                site.org(), null, account, who.person().displayName(), form.required("text"), clock.instant());
        return Pages.then(request, "/my-territory", new Notice(true, "Said: those who review read it.", null));
    }

    @Needs(Action.VIEW_PROPOSALS)
    @Get("/proposals/{id}/reps/{rep}")
    HttpResponse<?> sheet(HttpRequest<?> request, SignedIn who, String id, String rep) {
        OwnBook own = books.preview(site.org(), id, account(rep))
                .orElseThrow(() -> Problem.of(ErrorCode.PROPOSAL_NOT_FOUND, "There is no such rep in proposal " + id)
                        .maybe("choose one on the page of the proposal")
                        .exception());
        var page = views.page(
                shells.frame(request, who, "Territory sheet"),
                own,
                workshop.actions(site.org(), id),
                "",
                "/proposals/" + id);
        return Pages.show(request, "page/territory", Map.of("page", page));
    }

    private static SalesforceId user(Person person) {
        SalesforceId user = person.userId();
        if (user == null) {
            throw Problem.of(ErrorCode.ACCESS_RIGHTS, person.displayName() + " has no territory")
                    .because("no user of the org is linked to " + person.name())
                    .maybe("ask an admin to link the person to its user in the org")
                    .exception();
        }
        return user;
    }

    private static SalesforceId account(String text) {
        return SalesforceId.parse(text).orElseThrow(() -> QueryValues.refused("account", text));
    }
}
