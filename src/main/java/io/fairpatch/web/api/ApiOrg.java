package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.org.LastLook;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Looks the org over. */
@Tag(name = "org")
@Controller("/api/v1/org")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiOrg {
    private final LastLook look;

    ApiOrg(LastLook look) {
        this.look = look;
    }

    /** All checks, made now; reads only. */
    @Needs({Action.INSTALL, Action.SYNC})
    @Get("/checks")
    DiagnosisJson checks() {
        return DiagnosisJson.of(look.now());
    }
}
