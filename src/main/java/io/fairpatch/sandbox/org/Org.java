package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.schema.Schema;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The org's records in memory, and the one place where a record is changed. Thread-safe. */
public final class Org {
    /** The pod inside every id, as real ids name the instance they were made on. */
    private static final String POD = "Fp0";

    private static final long NUMBERS_PER_SEED = 916_132_832L;

    private final Schema schema;
    private final Clock clock;
    private final long firstNumber;
    private volatile Map<String, Table> tables;
    private final RightsBook rights;
    private final Definitions definitions;
    private final Rules rules = new Rules();
    private final RowLocks locks = new RowLocks();
    private final WriteLog log = new WriteLog();
    private final Deletions deletions = new Deletions();
    private final Instant born;
    private @Nullable Journal journal;
    private @Nullable Transaction transaction;
    private long lastStamp;

    /**
     * @param seed ids follow from it
     * @param born stamps the records that were given without a time
     */
    public Org(Schema schema, Clock clock, long seed, Instant born) {
        this.schema = schema;
        this.clock = clock;
        this.born = born.truncatedTo(ChronoUnit.SECONDS);
        this.rights = new RightsBook(this);
        this.firstNumber = 1 + NUMBERS_PER_SEED * new SplittableRandom(seed).nextLong(62 * 62 * 62);
        var all = new LinkedHashMap<String, Table>();
        schema.all().forEach(type -> all.put(type.name(), new Table(type, POD, firstNumber, clock)));
        this.tables = all;
        this.definitions = new Definitions(this);
    }

    public Schema schema() {
        return schema;
    }

    public Clock clock() {
        return clock;
    }

    /** When this org came to be, however often it was started since. */
    public Instant born() {
        return born;
    }

    public WriteLog log() {
        return log;
    }

    /** What went along with deleted records. */
    Deletions deletions() {
        return deletions;
    }

    /** Who may see and change what. */
    public RightsBook rights() {
        return rights;
    }

    public Rules rules() {
        return rules;
    }

    /** The records that bulk jobs hold. */
    public RowLocks locks() {
        return locks;
    }

    /** Adds an object, or gives the one of this name other fields. */
    public synchronized void define(ObjectType type) {
        var known = tables.get(type.name());
        if (known == null) {
            var more = new LinkedHashMap<>(tables);
            more.put(type.name(), new Table(type, POD, firstNumber, clock));
            tables = more;
        } else {
            known.become(type);
        }
        schema.put(type);
        definitions.list(type);
        rights.forget();
    }

    /** Lists all objects as records. */
    void listDefinitions() {
        schema.objects().forEach(definitions::list);
    }

    /** Brings the records that tell of fields up to date, for a query that is about them. */
    public void listFields() {
        definitions.listFields();
    }

    public Table table(ObjectType type) {
        return table(type.name());
    }

    /** The table of the object of this very name. */
    public Table table(String object) {
        return Objects.requireNonNull(tables.get(object), object);
    }

    public Map<String, Integer> sizes() {
        var sizes = new LinkedHashMap<String, Integer>();
        tables.forEach((name, table) -> sizes.put(name, table.size()));
        return sizes;
    }

    /** The record of any object with this id of 18 characters, soft-deleted ones included. */
    public Optional<Row> find(String id) {
        return schema.ofId(id).flatMap(type -> table(type).find(id));
    }

    /** The id of the org itself. */
    public String orgId() {
        return table("Organization").rows().get(0).id();
    }

    /** When the org's fiscal years begin and what they are called. */
    public FiscalYears fiscalYears() {
        return FiscalYears.of(this);
    }

    /**
     * Makes the journal's writes again, and keeps all further ones there.
     *
     * @param deploys deploys a package of metadata again
     */
    public synchronized void keepIn(Journal kept, Consumer<byte[]> deploys) {
        kept.replay(this, deploys);
        journal = kept;
    }

    /** Keeps a package of metadata that is about to be deployed. */
    public synchronized void deployed(byte[] zip) throws IOException {
        if (journal != null) {
            journal.append(new JournalDeploy(zip));
        }
    }

    /** Runs an action; all its writes are taken back when it fails, or when what came of it is not to stay. */
    public synchronized <T> T together(Supplier<T> action, Predicate<T> stays) {
        var outer = transaction;
        var mine = begin();
        boolean done = false;
        try {
            transaction = mine;
            var made = action.get();
            done = stays.test(made);
            return made;
        } finally {
            transaction = outer;
            if (!done) {
                mine.undo();
                rights.forget();
            } else if (outer != null) {
                outer.onUndo(mine::undo);
            }
        }
    }

    private Transaction begin() {
        var begun = new Transaction();
        int logged = log.size();
        begun.onUndo(() -> log.cutTo(logged));
        var kept = journal;
        if (kept != null) {
            long mark = kept.mark();
            begun.onUndo(() -> kept.cutTo(mark));
        }
        return begun;
    }

    /** Makes a checked write: stamps it, keeps it, publishes it, logs it. Returns the record's id. */
    synchronized String commit(Change change, WriteContext context) {
        // never after the clock, or queries for what changed up to now would miss it; a burst of writes has one stamp
        long stamp = Math.max(Values.stamp(clock.instant()), lastStamp);
        if (journal != null) {
            keep(journal, change, stamp, context);
        }
        return apply(change, stamp, context);
    }

    private static void keep(Journal journal, Change change, long stamp, WriteContext context) {
        var id = change.before() == null
                ? change.table().nextId()
                : change.before().id();
        try {
            journal.append(JournalLine.of(change, id, stamp, context));
        } catch (IOException e) {
            throw new RowException("UNKNOWN_EXCEPTION", "the sandbox can't keep the write: " + e.getMessage());
        }
    }

    /** Makes a write at a given time. Returns the record's id. */
    synchronized String apply(Change change, long stamp, WriteContext context) {
        lastStamp = stamp;
        var table = change.table();
        var id = change.before() == null ? null : change.before().id();
        var after = change.after();
        if (after == null) {
            table.purge(Objects.requireNonNull(id));
        } else {
            stamp(change, after, context.userId());
            id = publish(table, id, after);
        }
        var written = Objects.requireNonNull(id);
        if (transaction != null) {
            transaction.made(table, written, change.before());
        }
        if (table.type().isSetup()) {
            rights.forget();
        }
        log.add(change, written, lastStamp, context);
        deletions.note(change, written, context);
        return written;
    }

    /** Makes a record's stamps earlier, as if its transaction had begun then and ended only now. */
    synchronized void backdate(String id, Duration by) {
        var table = table(schema.ofId(id).orElseThrow());
        table.find(id).ifPresent(row -> {
            var values = row.copyOfValues(table.type().width());
            for (var name : new String[] {"LastModifiedDate", "SystemModstamp"}) {
                table.type().field(name).ifPresent(field -> {
                    if (values[field.column()] instanceof Long at) {
                        values[field.column()] = at - by.toMillis();
                    }
                });
            }
            table.replace(id, new Row(values));
        });
    }

    private static String publish(Table table, @Nullable String id, @Nullable Object[] after) {
        if (id == null) {
            return table.append(after).id();
        }
        table.replace(id, new Row(after));
        return id;
    }

    private void stamp(Change change, @Nullable Object[] values, String userId) {
        var type = change.table().type();
        if (change.creates()) {
            set(type, values, "CreatedDate", lastStamp);
            set(type, values, "CreatedById", userId);
        }
        if (!isAutomatic(change)) {
            set(type, values, "LastModifiedDate", lastStamp);
            set(type, values, "LastModifiedById", userId);
        }
        set(type, values, "SystemModstamp", lastStamp);
    }

    /** Whether nobody modified the record, though it is another one now. */
    private static boolean isAutomatic(Change change) {
        return !change.writes().isEmpty()
                && change.writes().stream()
                        .allMatch(write -> write.field().name().equals(LastActivity.FIELD));
    }

    private static void set(ObjectType type, @Nullable Object[] values, String name, Object value) {
        type.field(name).ifPresent(field -> values[field.column()] = value);
    }
}
