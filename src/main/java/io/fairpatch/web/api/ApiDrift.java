package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.jobs.Drifts;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What changed in the org under a proposal. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/drift")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiDrift {
    private final Site site;
    private final Drifts drifts;

    ApiDrift(Site site, Drifts drifts) {
        this.site = site;
        this.drifts = drifts;
    }

    /** Accounts that differ from what the plan was made on, by the org as of the last minute; none once it is written. */
    @Needs(Action.VIEW_PROPOSALS)
    @Get
    DriftJson drift(String id) {
        return drifts.of(site.org(), id).map(DriftJson::of).orElseGet(DriftJson::none);
    }
}
