package io.fairpatch.commit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a commit after the fact, by the org's own log and nothing else.
 *
 * @param lost fields reported as committed that the org was never given
 * @param twice fields that the org was given more than once
 * @param misreported accounts whose state says something else than the org
 */
record Anomalies(int lost, int twice, int misreported) {
    static final Anomalies NONE = new Anomalies(0, 0, 0);

    /** Of the desk's first proposal, by the whole log. */
    static Anomalies of(SandboxDesk desk) {
        return of(desk, desk.bench.approved.id(), 0);
    }

    /** @param seen lines of the log that are older than the commit */
    static Anomalies of(SandboxDesk desk, String proposal, int seen) {
        var last = new HashMap<String, @Nullable String>();
        var times = new HashMap<String, Integer>();
        for (JsonNode line : desk.ourWrites(seen)) {
            String key = line.path("id").asText() + " " + line.path("field").asText();
            last.put(
                    key, line.path("after").isNull() ? null : line.path("after").asText());
            times.merge(key, 1, Integer::sum);
        }
        int twice = (int) times.values().stream().filter(count -> count > 1).count();
        List<Written> all = desk.bench.jdbi.withHandle(h -> Written.of(h, desk.bench.org, proposal));
        int lost = 0;
        int misreported = 0;
        for (Written intent : all) {
            int missing = missing(intent, last);
            boolean held = missing == 0;
            boolean confirmed = intent.state() == IntentState.CONFIRMED;
            lost += confirmed ? missing : 0;
            misreported += confirmed == held || intent.inDoubt() ? 0 : 1;
        }
        return new Anomalies(lost, twice, misreported);
    }

    private static int missing(Written intent, Map<String, @Nullable String> last) {
        int missing = 0;
        for (var field : intent.after().values().entrySet()) {
            if (same(field.getValue(), intent.before().get(field.getKey()))) {
                continue;
            }
            String key = intent.account().value() + " " + field.getKey();
            missing += last.containsKey(key) && same(field.getValue(), last.get(key)) ? 0 : 1;
        }
        return missing;
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || !one.matches("[0-9.]+") || !other.matches("[0-9.]+")) {
            return Objects.equals(one, other);
        }
        return new BigDecimal(one).compareTo(new BigDecimal(other)) == 0;
    }

    Anomalies plus(Anomalies more) {
        return new Anomalies(lost + more.lost, twice + more.twice, misreported + more.misreported);
    }
}
