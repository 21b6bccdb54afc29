package io.fairpatch.sandbox.control;

import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Json;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Router;
import io.fairpatch.sandbox.org.Org;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Shows what was written, and figures. */
public final class LogApi {
    private final Org org;
    private final Faults faults;
    private final Map<String, LongSupplier> counters;

    /** @param counters further figures by name */
    public LogApi(Org org, Faults faults, Map<String, LongSupplier> counters) {
        this.org = org;
        this.faults = faults;
        this.counters = new LinkedHashMap<>(counters);
    }

    public void routes(Router router) {
        router.on("GET", "/__sandbox/log", request -> log(after(request)));
        router.on("GET", "/__sandbox/stats", request -> Response.json(stats()));
    }

    private static int after(Request request) {
        try {
            return Integer.parseUnsignedInt(request.param("after").orElse("0"));
        } catch (NumberFormatException e) {
            throw new ApiException(400, "INVALID_PARAMETER", "after must be the seq of a line, or 0");
        }
    }

    /** The lines after the one of this number. */
    private Response log(int seq) {
        var entries = org.log().entriesAfter(seq);
        return Response.of(200, "application/x-ndjson", out -> {
            for (var entry : entries) {
                Json.write(out, entry);
                out.write('\n');
            }
        });
    }

    private Map<String, Object> stats() {
        var stats = new LinkedHashMap<String, Object>();
        stats.put("records", org.sizes());
        stats.put("fieldWrites", org.log().size());
        stats.put("faultsStruck", faults.spoiled());
        counters.forEach((name, counter) -> stats.put(name, counter.getAsLong()));
        return stats;
    }
}
