package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.http.ApiException;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** Jobs by id, oldest first. Thread-safe. */
final class JobStore<T extends BulkJob> {
    private final Map<String, T> jobs = new ConcurrentSkipListMap<>();
    private final Supplier<String> ids;

    /** @param ids mints ids that grow */
    JobStore(Supplier<String> ids) {
        this.ids = ids;
    }

    String newId() {
        return ids.get();
    }

    void add(T job) {
        jobs.put(job.head().id(), job);
    }

    T find(String id) {
        var job = jobs.get(id.length() == 15 ? longId(id) : id);
        if (job == null) {
            throw ApiException.notFound();
        }
        return job;
    }

    void remove(T job) {
        jobs.remove(job.head().id());
    }

    Collection<T> all() {
        return jobs.values();
    }

    private String longId(String id) {
        return Objects.requireNonNullElse(
                jobs.keySet().stream()
                        .filter(each -> each.startsWith(id))
                        .findFirst()
                        .orElse(null),
                id);
    }
}
