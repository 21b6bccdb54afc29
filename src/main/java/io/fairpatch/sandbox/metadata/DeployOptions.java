package io.fairpatch.sandbox.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a package is to be deployed. */
record DeployOptions(boolean checkOnly, boolean rollbackOnError, boolean ignoreWarnings, String testLevel) {
    static DeployOptions of(JsonNode options) {
        return new DeployOptions(
                options.path("checkOnly").asBoolean(false),
                options.path("rollbackOnError").asBoolean(true),
                options.path("ignoreWarnings").asBoolean(false),
                options.path("testLevel").asText("NoTestRun"));
    }

    Map<String, Object> json() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("checkOnly", checkOnly);
        answer.put("ignoreWarnings", ignoreWarnings);
        answer.put("rollbackOnError", rollbackOnError);
        answer.put("performRetrieve", false);
        answer.put("purgeOnDelete", false);
        answer.put("singlePackage", true);
        answer.put("testLevel", testLevel);
        return answer;
    }
}
