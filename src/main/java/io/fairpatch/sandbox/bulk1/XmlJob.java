package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.org.Values;
import io.fairpatch.sandbox.schema.ObjectType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A job of Bulk API 1.0. Thread-safe. */
final class XmlJob {
    static final String SERIAL = "Serial";
    static final String PARALLEL = "Parallel";

    private final String id;
    private final String operation;
    private final ObjectType type;
    private final @Nullable String keyField;
    private final String mode;
    private final Content content;
    private final String userId;
    private final String apiVersion;
    private final Instant created;
    private final @Nullable PkChunks chunks;
    private final List<XmlBatch> batches = new CopyOnWriteArrayList<>();
    private volatile String state = "Open";

    XmlJob(
            String id,
            String operation,
            ObjectType type,
            @Nullable String keyField,
            String mode,
            Content content,
            String userId,
            String apiVersion,
            Instant created,
            @Nullable PkChunks chunks) {
        this.id = id;
        this.operation = operation;
        this.type = type;
        this.keyField = keyField;
        this.mode = mode;
        this.content = content;
        this.userId = userId;
        this.apiVersion = apiVersion;
        this.created = created;
        this.chunks = chunks;
    }

    String id() {
        return id;
    }

    String operation() {
        return operation;
    }

    ObjectType type() {
        return type;
    }

    @Nullable
    String keyField() {
        return keyField;
    }

    /** What its batches are written in. */
    Content content() {
        return content;
    }

    /** How its queries are split. */
    Optional<PkChunks> chunks() {
        return Optional.ofNullable(chunks);
    }

    String apiVersion() {
        return apiVersion;
    }

    String userId() {
        return userId;
    }

    List<XmlBatch> batches() {
        return batches;
    }

    /** When a batch that comes now gets its turn: at once, or in a serial job when those before it are done. */
    Instant turn(Instant now) {
        return mode.equals(SERIAL)
                ? batches.stream().map(XmlBatch::doneAt).reduce(now, (one, other) -> one.isAfter(other) ? one : other)
                : now;
    }

    boolean isOpen() {
        return state.equals("Open");
    }

    void end(String wanted) {
        state = wanted;
    }

    /** What the API tells about the job, in the order of its schema. */
    Map<String, @Nullable Object> info(Instant now) {
        var info = new LinkedHashMap<String, @Nullable Object>();
        info.put("id", id);
        info.put("operation", operation);
        info.put("object", type.name());
        info.put("createdById", userId);
        info.put("createdDate", Values.xmlTime(Values.wholeSecond(created)));
        info.put("systemModstamp", Values.xmlTime(Values.wholeSecond(created)));
        info.put("state", state);
        if (keyField != null) {
            info.put("externalIdFieldName", keyField);
        }
        info.put("concurrencyMode", mode);
        info.put("contentType", content.label());
        long done = batches.stream().filter(batch -> batch.isDone(now)).count();
        long failed = batches.stream()
                .filter(batch -> batch.isDone(now) && batch.problem() != null)
                .count();
        long unprocessed = batches.stream().filter(XmlBatch::unprocessed).count();
        info.put("numberBatchesQueued", 0);
        info.put("numberBatchesInProgress", batches.size() - done);
        info.put("numberBatchesCompleted", done - failed - unprocessed);
        info.put("numberBatchesFailed", failed);
        info.put("numberBatchesTotal", batches.size());
        info.put(
                "numberRecordsProcessed",
                batches.stream().mapToInt(XmlBatch::size).sum());
        info.put("numberRetries", 0);
        info.put("apiVersion", apiVersion);
        info.put(
                "numberRecordsFailed",
                batches.stream().mapToInt(XmlBatch::failed).sum());
        info.put("totalProcessingTime", 0);
        info.put("apiActiveProcessingTime", 0);
        info.put("apexProcessingTime", 0);
        return info;
    }
}
