package io.fairpatch.web.api;

import io.fairpatch.web.http.OpenToAll;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import java.io.IOException;

/** Serves the description of this API. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Fairpatch",
                        version = "1",
                        description = "Proposals of balanced territories: look, decide, approve, commit. Money is in"
                                + " minor units (cents), times are UTC as RFC 3339 has them, failures are"
                                + " application/problem+json.",
                        license = @License(name = "Apache-2.0")),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@Hidden
@Controller("/api/v1")
final class ApiDescription {
    @OpenToAll
    @Get("/openapi.yml")
    HttpResponse<String> description() throws IOException {
        return HttpResponse.ok(Description.read()).contentType(MediaType.of("application/yaml;charset=utf-8"));
    }
}
