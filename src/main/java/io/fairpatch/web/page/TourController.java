package io.fairpatch.web.page;

import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;

/** Steps through the guidance of a first visit. */
@Hidden
@Controller("/tour")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TourController {
    private final Tours tours;

    TourController(Tours tours) {
        this.tours = tours;
    }

    @OpenToSignedIn
    @Post("/next")
    HttpResponse<?> next(SignedIn who) {
        tours.next(who.person());
        return HttpResponse.seeOther(URI.create("/"));
    }

    @OpenToSignedIn
    @Post("/skip")
    HttpResponse<?> skip(SignedIn who) {
        tours.skip(who.person());
        return HttpResponse.seeOther(URI.create("/"));
    }
}
