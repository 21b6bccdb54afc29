package io.fairpatch.app.demo;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What an org holds at a moment: every readable field of every record of the main objects, as a hash a record, and the
 * watched fields as values. Two images tell what changed between them. Memory grows with the records, about 150 bytes
 * each.
 *
 * @param hashes by object, by id: hash of all fields that are not watched and not system stamps
 * @param watched by account id: the watched fields that are not null
 */
record OrgImage(Map<String, Map<String, Long>> hashes, Map<String, Map<String, String>> watched) {
    private static final List<String> OBJECTS =
            List.of("Account", "Contact", "Opportunity", "User", "Task", "Event", "AccountTeamMember");
    private static final Set<String> STAMPS =
            Set.of("SystemModstamp", "LastModifiedDate", "LastModifiedById", "LastViewedDate", "LastReferencedDate");

    /**
     * Reads every object, all of them at once: a bulk job mostly waits.
     *
     * @param watchedFields fields of Account to keep as values
     */
    static OrgImage take(OrgReader org, Set<String> watchedFields, Progress progress) {
        var image = new OrgImage(new TreeMap<>(), new HashMap<>());
        progress.stage("Reading every record of " + OBJECTS.size() + " objects to compare");
        List<Callable<Long>> reads = OBJECTS.stream()
                .map(object -> image.new Sink(object, object.equals("Account") ? watchedFields : Set.of()))
                .map(sink -> (Callable<Long>) () -> sink.fill(org))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(OBJECTS.size());
        try {
            for (Future<Long> read : threads.invokeAll(reads)) {
                read.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "Stopped while reading the org")
                    .exception(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof FairpatchException failure ? failure : new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        return image;
    }

    private static Set<String> fields(ObjectSchema schema) {
        var fields = new TreeSet<String>();
        schema.fields().values().stream()
                .filter(FieldSchema::bulkReadable)
                .filter(field -> !field.calculated() && !STAMPS.contains(field.name()))
                .forEach(field -> fields.add(field.name()));
        return fields;
    }

    /**
     * Records that came, went, or changed in a field that is not watched, as "Account 001... changed".
     *
     * @param known records of which it is known that others changed them
     */
    List<String> differences(OrgImage later, Set<String> known) {
        var differences = new ArrayList<String>();
        hashes.forEach((object, before) -> {
            var after = later.hashes.getOrDefault(object, Map.of());
            before.forEach((id, hash) -> {
                var now = after.get(id);
                if (!hash.equals(now) && !known.contains(id)) {
                    differences.add(object + " " + id + (now == null ? " is gone" : " changed"));
                }
            });
            after.keySet().stream()
                    .filter(id -> !before.containsKey(id))
                    .forEach(id -> differences.add(object + " " + id + " is new"));
        });
        return differences;
    }

    /** Takes a page's rows aside until the page is whole. */
    private final class Sink implements RowSink {
        private final String object;
        private final Map<String, Long> target;
        private final Map<String, Long> pageHashes = new HashMap<>();
        private final Map<String, Map<String, String>> pageWatched = new HashMap<>();
        private final Set<String> watchedFields;
        private List<String> header = List.of();

        Sink(String object, Set<String> watchedFields) {
            this.object = object;
            this.target = hashes.computeIfAbsent(object, name -> new HashMap<>());
            this.watchedFields = watchedFields;
        }

        long fill(OrgReader org) {
            String columns = String.join(", ", fields(org.describe(object)));
            var query = new BulkQuery(object, "SELECT " + columns + " FROM " + object, false);
            return org.query(query, this, Progress.NONE);
        }

        @Override
        public void pageStart(List<String> columns) {
            header = List.copyOf(columns);
        }

        @Override
        public void row(List<String> values) {
            var id = "";
            long hash = 1125899906842597L;
            var kept = new HashMap<String, String>();
            for (int i = 0; i < values.size(); i++) {
                var field = header.get(i);
                var value = values.get(i);
                if (field.equals("Id")) {
                    id = value;
                } else if (watchedFields.contains(field)) {
                    if (!value.isEmpty()) {
                        kept.put(field, value);
                    }
                } else {
                    hash = mix(hash, value);
                }
            }
            pageHashes.put(id, hash);
            if (!kept.isEmpty()) {
                pageWatched.put(id, kept);
            }
        }

        private static long mix(long hash, String value) {
            for (int i = 0; i < value.length(); i++) {
                hash = 31 * hash + value.charAt(i);
            }
            return 1_000_003 * hash + value.length();
        }

        @Override
        public void pageEnd(int rows) {
            target.putAll(pageHashes);
            watched.putAll(pageWatched);
            pageBroken();
        }

        @Override
        public void pageBroken() {
            pageHashes.clear();
            pageWatched.clear();
        }
    }
}
