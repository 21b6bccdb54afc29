package io.fairpatch.sandbox.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Multipart;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Sessions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Deploys packages of metadata by REST. */
public final class DeployApi {
    private final Deployments deployments;
    private final Sessions sessions;

    public DeployApi(Deployments deployments, Sessions sessions) {
        this.deployments = deployments;
        this.sessions = sessions;
    }

    public void routes(ApiRoutes api) {
        api.on("POST", "/metadata/deployRequest", this::deploy);
        api.on("GET", "/metadata/deployRequest/{id}", request -> status(request, 200));
        api.on("PATCH", "/metadata/deployRequest/{id}", this::cancel);
    }

    private Response deploy(Request request) throws IOException {
        var contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
        if (contentType.startsWith("application/json")) {
            return deployValidated(request);
        }
        var parts = Multipart.parts(contentType, request.body().readAllBytes());
        var zip = parts.get("file");
        if (zip == null) {
            throw new ApiException(400, "MISSING_ARGUMENT", "The part file with the zip is required");
        }
        return begun(deployments.deploy(zip, options(parts).path("deployOptions"), sessions.userId(request)), null);
    }

    /** Takes up a validation, as a quick deploy does. */
    private Response deployValidated(Request request) throws IOException {
        var id = Json.read(request.body()).path("validatedDeployRequestId").asText();
        return begun(deployments.deployValidated(id, sessions.userId(request)), id);
    }

    private Response begun(String id, @Nullable String validation) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id);
        answer.put("validatedDeployRequestId", validation);
        answer.put("deployOptions", deployments.options(id));
        return Response.json(201, answer);
    }

    /** The JSON part is called differently by different clients. */
    private static JsonNode options(Map<String, byte[]> parts) throws IOException {
        for (var part : parts.entrySet()) {
            if (!part.getKey().equals("file")) {
                return Json.read(new ByteArrayInputStream(part.getValue()));
            }
        }
        return MissingNode.getInstance();
    }

    private Response cancel(Request request) throws IOException {
        var wanted =
                Json.read(request.body()).path("deployResult").path("status").asText();
        if (!wanted.equals("Canceling")) {
            throw new ApiException(400, "INVALID_INPUT", "A deploy's status can only be set to Canceling");
        }
        if (!deployments.cancel(request.part("id"))) {
            throw new ApiException(400, "INVALID_ID_FIELD", "Deployment already completed");
        }
        return status(request, 202);
    }

    private Response status(Request request, int status) {
        var id = request.part("id");
        boolean details = request.query().getOrDefault("includeDetails", "").equals("true");
        var result = deployments.result(id, details);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", result.get("id"));
        answer.put("deployResult", result);
        answer.put("deployOptions", deployments.options(id));
        return Response.json(status, answer);
    }
}
