package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.metadata.Component.Effect;
import io.fairpatch.sandbox.org.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deploy that was carried out; clients are told so a little later.
 *
 * @param problem why the package as a whole could not be read
 */
record Deployment(
        String id,
        DeployOptions options,
        List<Component> components,
        @Nullable String problem,
        String userId,
        String userName,
        Instant created,
        Instant doneAt) {
    boolean succeeded() {
        return problem == null && failures() == 0;
    }

    boolean isDone(Instant now) {
        return !now.isBefore(doneAt);
    }

    private long failures() {
        return components.stream().filter(each -> each.problem() != null).count();
    }

    /** The result as the API tells it at this time. */
    Map<String, @Nullable Object> result(boolean withDetails, Instant now) {
        boolean done = isDone(now);
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", id);
        answer.put("status", !done ? "InProgress" : succeeded() ? "Succeeded" : "Failed");
        answer.put("success", done && succeeded());
        answer.put("done", done);
        answer.put("checkOnly", options.checkOnly());
        answer.put("ignoreWarnings", options.ignoreWarnings());
        answer.put("rollbackOnError", options.rollbackOnError());
        answer.put("runTestsEnabled", false);
        answer.put("numberComponentErrors", done ? failures() : 0);
        answer.put("numberComponentsDeployed", done ? components.size() - failures() : 0);
        answer.put("numberComponentsTotal", components.size());
        for (var count : new String[] {"numberTestErrors", "numberTestsCompleted", "numberTestsTotal"}) {
            answer.put(count, 0);
        }
        answer.put("createdBy", userId);
        answer.put("createdByName", userName);
        answer.put("createdDate", Values.jsonTime(created));
        answer.put("startDate", Values.jsonTime(created));
        answer.put("lastModifiedDate", Values.jsonTime(done ? doneAt : created));
        if (done) {
            answer.put("completedDate", Values.jsonTime(doneAt));
        }
        if (problem != null) {
            answer.put("errorMessage", problem);
            answer.put("errorStatusCode", "UNKNOWN_EXCEPTION");
        }
        if (withDetails) {
            answer.put("details", details(done));
        }
        return answer;
    }

    private Map<String, Object> details(boolean done) {
        var tests = new LinkedHashMap<String, Object>();
        for (var list :
                new String[] {"codeCoverage", "codeCoverageWarnings", "failures", "flowCoverage", "successes"}) {
            tests.put(list, List.of());
        }
        tests.put("numFailures", 0);
        tests.put("numTestsRun", 0);
        tests.put("totalTime", 0.0);
        var details = new LinkedHashMap<String, Object>();
        details.put("allComponentMessages", List.of());
        details.put("componentFailures", done ? messages(false) : List.of());
        details.put("componentSuccesses", done ? messages(true) : List.of());
        details.put("retrieveResult", Map.of());
        details.put("runTestResult", tests);
        return details;
    }

    private List<Map<String, @Nullable Object>> messages(boolean successes) {
        return components.stream()
                .filter(each -> (each.problem() == null) == successes)
                .map(this::message)
                .toList();
    }

    private Map<String, @Nullable Object> message(Component component) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("changed", component.problem() == null && component.change() != Effect.UNCHANGED);
        message.put("columnNumber", component.problem() == null ? null : 1);
        message.put("componentType", component.type());
        message.put("created", component.change() == Effect.CREATED);
        message.put("createdDate", Values.jsonTime(created));
        message.put("deleted", component.change() == Effect.DELETED);
        message.put("fileName", component.file());
        message.put("fullName", component.fullName());
        message.put("id", null);
        message.put("lineNumber", component.problem() == null ? null : 1);
        message.put("problem", component.problem());
        message.put("problemType", component.problem() == null ? null : "Error");
        message.put("requiresProductionTestRun", false);
        message.put("success", component.problem() == null);
        message.put("warning", false);
        return message;
    }
}
