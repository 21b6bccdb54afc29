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
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Rights.General;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Deploys packages of metadata by REST. */
public final class DeployApi {
    private static final String PREFIX = "0Af";

    private final Org org;
    private final Deployer deployer;
    private final Sessions sessions;
    private final Duration latency;
    private final Map<String, Deployment> deployments = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    public DeployApi(Org org, Deployer deployer, Sessions sessions, Duration latency) {
        this.org = org;
        this.deployer = deployer;
        this.sessions = sessions;
        this.latency = latency;
    }

    public void routes(ApiRoutes api) {
        api.on("POST", "/metadata/deployRequest", this::deploy);
        api.on("GET", "/metadata/deployRequest/{id}", this::status);
        api.on("PATCH", "/metadata/deployRequest/{id}", this::status);
    }

    private Response deploy(Request request) throws IOException {
        var userId = sessions.userId(request);
        if (!org.rights().of(userId).may(General.MODIFY_METADATA)) {
            throw new ApiException(
                    403,
                    "INSUFFICIENT_ACCESS",
                    "Use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions");
        }
        var contentType = Objects.requireNonNullElse(request.header("Content-Type"), "");
        var parts = Multipart.parts(contentType, request.body().readAllBytes());
        var zip = parts.get("file");
        if (zip == null) {
            throw new ApiException(400, "MISSING_ARGUMENT", "The part file with the zip is required");
        }
        var deployment = run(zip, DeployOptions.of(options(parts).path("deployOptions")), userId);
        deployments.put(deployment.id(), deployment);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", deployment.id());
        answer.put("validatedDeployRequestId", null);
        answer.put("deployOptions", deployment.options().json());
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

    private synchronized Deployment run(byte[] zip, DeployOptions options, String userId) throws IOException {
        List<Component> components = List.of();
        String problem = null;
        try {
            components = deployer.plan(zip);
        } catch (ApiException e) {
            problem = e.getMessage();
        }
        boolean sound = components.stream().allMatch(each -> each.problem() == null);
        if (problem == null && !options.checkOnly() && (sound || !options.rollbackOnError())) {
            org.deployed(zip);
            components.stream().filter(each -> each.problem() == null).forEach(each -> each.action()
                    .run());
        }
        var now = org.clock().instant();
        var users = org.table("User");
        return new Deployment(
                RecordIds.of(PREFIX, "Fp0", last.incrementAndGet()),
                options,
                components,
                problem,
                userId,
                users.find(userId).orElseThrow().text(users.type().require("Name")),
                now,
                now.plus(latency));
    }

    private Response status(Request request) {
        var id = RecordIds.normalise(request.part("id")).orElse("");
        var deployment = deployments.get(id);
        if (deployment == null) {
            throw ApiException.notFound();
        }
        var now = org.clock().instant();
        boolean details = request.query().getOrDefault("includeDetails", "").equals("true");
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", deployment.id());
        answer.put("deployResult", deployment.result(details, now));
        answer.put("deployOptions", deployment.options().json());
        return Response.json(answer);
    }
}
