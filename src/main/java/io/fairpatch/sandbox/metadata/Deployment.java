package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.metadata.Component.Effect;
import io.fairpatch.sandbox.org.Values;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a deploy stands.
 *
 * @param components what became of each, once it was carried out
 * @param problem why the package as a whole could not be read
 * @param status in the words of the Metadata API
 * @param since when it came to this
 */
record Deployment(
        DeployOrder order, List<Component> components, @Nullable String problem, String status, Instant since) {
    private static final String IN_PROGRESS = "InProgress";
    private static final String SUCCEEDED = "Succeeded";
    private static final String CANCELED = "Canceled";

    static Deployment begun(DeployOrder order) {
        return new Deployment(order, List.of(), null, IN_PROGRESS, order.created());
    }

    Deployment carriedOut(List<Component> outcome, @Nullable String why, Instant now) {
        boolean succeeded = why == null && outcome.stream().allMatch(each -> each.problem() == null);
        // a validation may be deployed by its id later
        var kept = order.options().checkOnly() && succeeded ? order : order.withoutZip();
        return new Deployment(kept, outcome, why, succeeded ? SUCCEEDED : "Failed", now);
    }

    Deployment cancelled(Instant now) {
        return new Deployment(order.withoutZip(), List.of(), null, CANCELED, now);
    }

    boolean isDone() {
        return !status.equals(IN_PROGRESS);
    }

    boolean succeeded() {
        return status.equals(SUCCEEDED);
    }

    private long failures() {
        return components.stream().filter(each -> each.problem() != null).count();
    }

    /** The result as the API tells it. */
    Map<String, @Nullable Object> result(boolean withDetails) {
        var options = order.options();
        var answer = new LinkedHashMap<String, @Nullable Object>();
        answer.put("id", order.id());
        answer.put("status", status);
        answer.put("success", succeeded());
        answer.put("done", isDone());
        answer.put("checkOnly", options.checkOnly());
        answer.put("ignoreWarnings", options.ignoreWarnings());
        answer.put("rollbackOnError", options.rollbackOnError());
        answer.put("runTestsEnabled", false);
        answer.put("numberComponentErrors", failures());
        answer.put("numberComponentsDeployed", components.size() - failures());
        answer.put("numberComponentsTotal", components.size());
        for (var count : new String[] {"numberTestErrors", "numberTestsCompleted", "numberTestsTotal"}) {
            answer.put(count, 0);
        }
        answer.put("createdBy", order.userId());
        answer.put("createdByName", order.userName());
        answer.put("createdDate", Values.jsonTime(order.created()));
        answer.put("startDate", Values.jsonTime(order.created()));
        answer.put("lastModifiedDate", Values.jsonTime(since));
        if (isDone()) {
            answer.put("completedDate", Values.jsonTime(since));
        }
        if (status.equals(CANCELED)) {
            answer.put("canceledBy", order.userId());
            answer.put("canceledByName", order.userName());
        }
        if (problem != null) {
            answer.put("errorMessage", problem);
            answer.put("errorStatusCode", "UNKNOWN_EXCEPTION");
        }
        if (withDetails) {
            answer.put("details", details());
        }
        return answer;
    }

    private Map<String, Object> details() {
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
        details.put("componentFailures", messages(false));
        details.put("componentSuccesses", messages(true));
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
        message.put("createdDate", Values.jsonTime(order.created()));
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
