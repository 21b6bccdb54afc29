package io.fairpatch.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** Parameters and results of jobs, which are kept as JSON. */
final class JobJson {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private JobJson() {}

    static Map<String, Object> read(String json) {
        try {
            return JSON.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Parameters of a job are not readable", e);
        }
    }

    static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The result of a job can't be kept", e);
        }
    }
}
