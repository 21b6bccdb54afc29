package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.Pictures;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the accounts of a proposal are, today and as proposed. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/map")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiMap {
    private final Site site;
    private final Pictures pictures;

    ApiMap(Site site, Pictures pictures) {
        this.site = site;
        this.pictures = pictures;
    }

    /** Accounts at about one place, to a tenth of a degree, with the rep of today (null: nobody) and as proposed. */
    @Serdeable
    record DotJson(
            double latitude,
            double longitude,
            @Nullable String before,
            String after,
            int accounts,
            long potentialCents) {
        static DotJson of(Pictures.Dot dot) {
            SalesforceId before = dot.before();
            return new DotJson(
                    dot.place().latitude(),
                    dot.place().longitude(),
                    before == null ? null : before.value(),
                    dot.after().value(),
                    dot.accounts(),
                    dot.potentialCents());
        }
    }

    /** All places, those with the fewest accounts first. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    PageJson<DotJson> map(String id) {
        List<DotJson> dots =
                pictures.dots(site.org(), id).stream().map(DotJson::of).toList();
        return new PageJson<>(dots, dots.size(), null);
    }
}
