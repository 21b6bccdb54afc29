package io.fairpatch.sandbox.org;

import java.time.Instant;
import java.util.Map;

/**
 * The first line of a journal: the org whose writes follow.
 *
 * @param org id of the org
 * @param born when it came to be, ISO 8601
 * @param records number of records by object before the first write
 */
record JournalHead(String org, String born, Map<String, Integer> records) {
    JournalHead {
        Instant.parse(born);
        records = Map.copyOf(records);
    }

    Instant bornAt() {
        return Instant.parse(born);
    }

    /** Whether the writes were made to this very data. */
    boolean belongsTo(Org loaded) {
        return org.equals(loaded.orgId())
                && loaded.schema().objects().stream()
                        .filter(type -> !type.isSetup() || type.name().equals("User"))
                        .allMatch(type -> records.getOrDefault(type.name(), 0)
                                == loaded.table(type).size());
    }
}
