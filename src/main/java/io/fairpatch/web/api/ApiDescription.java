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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The description of this API, made from its code when that is compiled. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Fairpatch",
                        version = "1",
                        description = "Proposals of balanced territories: look, decide, approve, commit. Money is in"
                                + " minor units (cents), times are UTC as RFC 3339 has them, failures are"
                                + " application/problem+json.",
                        license = @License(name = "Apache-2.0")),
        security = @SecurityRequirement(name = "token"))
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
@Hidden
@Controller("/api/v1")
final class ApiDescription {
    private static final String FILE = "/META-INF/swagger/fairpatch.yml";

    @OpenToAll
    @Get("/openapi.yml")
    HttpResponse<String> description() throws IOException {
        try (InputStream in = ApiDescription.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("The file " + FILE + " is missing from the class path");
            }
            return HttpResponse.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .contentType(MediaType.of("application/yaml;charset=utf-8"));
        }
    }
}
