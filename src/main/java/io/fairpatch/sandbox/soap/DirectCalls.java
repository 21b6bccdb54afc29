package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.metadata.Deployments;
import io.fairpatch.sandbox.metadata.DirectWrites;
import io.fairpatch.sandbox.metadata.DirectWrites.Verb;
import io.fairpatch.sandbox.metadata.DirectWrites.Written;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of the Metadata API that write components one by one. */
final class DirectCalls {
    private final DirectWrites writes;

    DirectCalls(Deployments deployments) {
        this.writes = new DirectWrites(deployments);
    }

    String write(Envelope call, Verb verb) throws IOException {
        var results = new StringBuilder();
        for (var component : call.arguments("metadata")) {
            results.append(result(writes.write(verb, component, call.userId()), verb == Verb.UPSERT));
        }
        return results.toString();
    }

    String delete(Envelope call) throws IOException {
        var type = call.argument("type").orElse("");
        var results = new StringBuilder();
        for (var name : call.arguments("fullNames")) {
            results.append(result(writes.delete(type, name.getTextContent().strip(), call.userId()), false));
        }
        return results.toString();
    }

    private static String result(Written written, boolean upserted) {
        var answer = new LinkedHashMap<String, @Nullable Object>();
        if (upserted) {
            answer.put("created", written.created());
        }
        if (written.code() != null) {
            answer.put("errors", Map.of("message", written.message(), "statusCode", written.code()));
        }
        answer.put("fullName", written.fullName());
        answer.put("success", written.code() == null);
        return SoapXml.element("result", answer);
    }
}
