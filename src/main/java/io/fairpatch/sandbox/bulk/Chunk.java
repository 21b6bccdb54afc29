package io.fairpatch.sandbox.bulk;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.RowError;
import io.fairpatch.sandbox.org.RowLocks;
import io.fairpatch.sandbox.org.Twins;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.schema.FieldType;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rows that a job writes in one transaction, which holds their records and the parents of these. */
final class Chunk implements AutoCloseable {
    static final int ROWS = 200;

    private final Org org;
    private final RowLocks locks;
    private final Twins twins;
    private final Set<String> heldByOthers;

    private Chunk(Org org, Twins twins, Set<String> heldByOthers) {
        this.org = org;
        this.twins = twins;
        this.locks = org.locks();
        this.heldByOthers = heldByOthers;
    }

    /** Begins the transaction of the rows from there on. */
    static Chunk of(Org org, RowBatch rows, int from) throws InterruptedException {
        var writes = IntStream.range(from, Math.min(rows.size(), from + ROWS))
                .mapToObj(rows::write)
                .toList();
        var chunk = new Chunk(org, Twins.among(writes), new HashSet<>());
        var ids = writes.stream().flatMap(chunk::touched).toList();
        chunk.heldByOthers.addAll(chunk.locks.take(chunk, ids));
        return chunk;
    }

    /** Why the row can not be written now, if so. */
    Optional<RowError> refusal(Write write) {
        return twins.refusal(write).or(() -> touched(write)
                .filter(heldByOthers::contains)
                .findFirst()
                .map(RowLocks::error));
    }

    /** The record and those it points to, but for its owner. */
    private Stream<String> touched(Write write) {
        var parents = write.values().entrySet().stream()
                .filter(entry -> entry.getValue() != null && !entry.getKey().equals("OwnerId"))
                .filter(entry -> write.type()
                        .field(entry.getKey())
                        .filter(field -> field.type() == FieldType.REFERENCE)
                        .isPresent())
                .map(entry -> String.valueOf(entry.getValue()));
        var own = Stream.ofNullable(write.id()).flatMap(id -> RecordIds.normalise(id).stream());
        return Stream.concat(own.flatMap(id -> Stream.concat(Stream.of(id), parent(write, id))), parents);
    }

    /** The account that an existing record hangs on. */
    private Stream<String> parent(Write write, String id) {
        return write.type().field("AccountId").stream()
                .flatMap(field -> org.table(write.type()).find(id).stream().map(row -> row.text(field)))
                .filter(account -> !account.isEmpty());
    }

    @Override
    public void close() {
        locks.release(this);
    }
}
