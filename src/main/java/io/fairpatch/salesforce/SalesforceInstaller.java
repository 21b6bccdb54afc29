package io.fairpatch.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.org.Deployment;
import io.fairpatch.org.OrgInstaller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Deploys metadata by REST (Metadata API, deployRequest). Thread-safe. */
final class SalesforceInstaller implements OrgInstaller {
    private static final String DEPLOY = "/metadata/deployRequest";
    private static final String ASSIGNMENT = "PermissionSetAssignment";

    private final RestApi rest;
    private final Retries retries;

    SalesforceInstaller(RestApi rest, Retries retries) {
        this.rest = rest;
        this.retries = retries;
    }

    @Override
    public String deploy(byte[] zip, boolean checkOnly) {
        var options = Json.write(Map.of(
                "deployOptions",
                Map.of(
                        "checkOnly", checkOnly,
                        "rollbackOnError", true,
                        "singlePackage", true,
                        "allowMissingFiles", false,
                        "testLevel", "NoTestRun")));
        // the same package twice is the same org: a deployment may be sent again
        var answer = retries.repeat(
                () -> rest.send(MultipartCall.of(rest.path(DEPLOY), "json", options, "file", "deploy.zip", zip)));
        return RestApi.required(answer, "id", "the deployment");
    }

    @Override
    public Deployment deployment(String id) {
        var answer = retries.repeat(() -> rest.send(Call.get(rest.path(DEPLOY + "/" + id + "?includeDetails=true"))));
        var result = answer.path("deployResult");
        return new Deployment(
                id,
                result.path("status").asText(),
                result.path("done").asBoolean(),
                result.path("success").asBoolean(),
                changed(result.path("details").path("componentSuccesses")),
                failures(result));
    }

    @Override
    public void assign(String permissionSetId, String userId) {
        var taken = "/query?q="
                + RestQuery.encode("SELECT Id FROM " + ASSIGNMENT + " WHERE PermissionSetId = '" + permissionSetId
                        + "' AND AssigneeId = '" + userId + "'");
        boolean there = retries.repeat(() -> rest.send(Call.get(rest.path(taken))))
                        .path("totalSize")
                        .asInt()
                > 0;
        if (!there) {
            var body = Json.write(Map.of("PermissionSetId", permissionSetId, "AssigneeId", userId));
            retries.onlyOnce(() -> rest.send(Call.json("POST", rest.path("/sobjects/" + ASSIGNMENT), body)));
        }
    }

    private static List<String> changed(JsonNode successes) {
        var changed = new ArrayList<String>();
        for (JsonNode component : successes) {
            boolean touched = component.path("created").asBoolean()
                    || component.path("changed").asBoolean();
            if (touched && !component.path("componentType").asText().isEmpty()) {
                changed.add(name(component));
            }
        }
        return changed;
    }

    private static List<Deployment.Failure> failures(JsonNode result) {
        var failures = new ArrayList<Deployment.Failure>();
        for (JsonNode component : result.path("details").path("componentFailures")) {
            failures.add(new Deployment.Failure(
                    name(component), component.path("problem").asText()));
        }
        var message = result.path("errorMessage").asText("");
        if (!message.isEmpty() && !message.equals("null")) {
            failures.add(new Deployment.Failure("package", message));
        }
        return failures;
    }

    private static String name(JsonNode component) {
        return (component.path("componentType").asText() + " "
                        + component.path("fullName").asText())
                .strip();
    }
}
