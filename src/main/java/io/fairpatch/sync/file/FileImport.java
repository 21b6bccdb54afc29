package io.fairpatch.sync.file;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.ImportedFile;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.ImportLoad;
import io.fairpatch.store.ImportStore;
import io.fairpatch.store.ImportedRow;
import io.fairpatch.sync.file.RowReading.Fate;
import io.fairpatch.sync.file.RowReading.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes CSV files in, row by row. Of the file only the line of each record is held. Thread-safe. */
public final class FileImport {
    private static final int LOOK_UP_EVERY = 1_000;

    private final ImportStore store;
    private final Clock clock;

    public FileImport(ImportStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Says what would become of each row; changes nothing.
     *
     * @param result where each row's fate is written
     */
    public ImportReport rehearse(SalesforceId org, ImportRequest request, Path result, Progress progress) {
        return run(org, request, result, progress, true, null);
    }

    /** Takes the rows in, all at once at the end; those that do not fit are left out and named in {@code result}. */
    public ImportReport take(SalesforceId org, ImportRequest request, Path result, Progress progress) {
        return run(org, request, result, progress, false, null);
    }

    /**
     * Takes the rows in that {@link #rehearse} looked at, and no others.
     *
     * @throws FairpatchException FILE_INVALID when the file is no longer what it was then; nothing was changed
     */
    public ImportReport take(
            SalesforceId org, ImportRequest request, Path result, Progress progress, ImportReport looked) {
        return run(org, request, result, progress, false, looked);
    }

    /** The files that were taken in, the newest first. */
    public List<ImportedFile> files(SalesforceId org, int most) {
        return store.files(org, most);
    }

    private ImportReport run(
            SalesforceId org,
            ImportRequest request,
            Path result,
            Progress progress,
            boolean dryRun,
            @Nullable ImportReport looked) {
        progress.stage(
                dryRun ? "Looking at every row" : "Taking in " + request.kind().word());
        requireOther(request.file(), result);
        try (var file = CsvInput.open(request.file());
                var fates = new FateFile(result)) {
            var columns = ColumnMap.of(request, file.header());
            var reading = new RowReading(
                    columns, new Matches(store, org, request.kind().object(), columns.key()));
            var stages = request.kind() == ImportKind.OPPORTUNITIES ? new Stages(store.stages(org)) : Stages.NONE;
            var notes = new Notes(store, org, request, stages);
            var later = later(org, request);
            if (dryRun) {
                return new Pass(request, reading, stages, notes, later, fates, progress, null).over(file, result);
            }
            return store.load(org, load -> {
                var report = new Pass(request, reading, stages, notes, later, fates, progress, load).over(file, result);
                requireSame(request.file(), report, looked);
                if (!request.kind().records()) {
                    progress.stage("Looking up places");
                    load.places(request.kind().object(), origin(request), new Addresses()::facts);
                }
                load.finish(note(request, columns, report));
                return report;
            });
        } catch (IOException | UncheckedIOException e) {
            throw unusable(request.file(), result, e);
        }
    }

    /** Whoever saves the file while the question stands would have rows taken in that nobody was shown. */
    private static void requireSame(Path file, ImportReport report, @Nullable ImportReport looked) {
        if (looked != null && !looked.sha256().equals(report.sha256())) {
            throw Problem.of(
                            ErrorCode.FILE_INVALID,
                            "The file changed after its rows were looked at; nothing was taken in")
                    .at(file.toString())
                    .maybe("run the command again, which looks at the rows as they are now.")
                    .exception();
        }
    }

    /** Opening the result file empties it. */
    private static void requireOther(Path file, Path result) {
        try {
            if (Files.exists(file) && Files.exists(result) && Files.isSameFile(file, result)) {
                throw Problem.of(ErrorCode.USAGE, "The result would be written over the file itself")
                        .at(result.toString())
                        .maybe("name another file for the result; nothing was changed.")
                        .exception();
            }
        } catch (IOException e) {
            throw unusable(file, result, e);
        }
    }

    private static FairpatchException unusable(Path file, Path result, Exception e) {
        return Problem.of(
                        ErrorCode.FILE_INVALID,
                        "The file " + file.getFileName() + " cannot be read, or its result not be written")
                .at(file + ", " + result)
                .because(e.getClass().getSimpleName() + ": " + e.getMessage())
                .maybe("check that it is a CSV file that this user may read, and that there is room and a right to"
                        + " write the result.")
                .exception(e);
    }

    private @Nullable LocalDate later(SalesforceId org, ImportRequest request) {
        return request.kind().records()
                ? null
                : store.latest(org, request.kind().object(), request.source())
                        .filter(request.asOf()::isBefore)
                        .orElse(null);
    }

    private static ImportLoad.Origin origin(ImportRequest request) {
        return new ImportLoad.Origin(request.source(), request.asOf(), request.preferred());
    }

    private ImportLoad.Note note(ImportRequest request, ColumnMap columns, ImportReport report) {
        return new ImportLoad.Note(
                request.kind().word(),
                String.valueOf(request.file().getFileName()),
                report.sha256(),
                columns.columns(),
                request.source(),
                request.asOf(),
                request.person(),
                clock.instant(),
                Map.of(
                        "rows", report.rows(),
                        "taken", report.taken(),
                        "unmatched", report.unmatched(),
                        "ambiguous", report.ambiguous(),
                        "refused", report.refused()));
    }

    /** One pass over a file; without a load nothing is kept. */
    private record Pass(
            ImportRequest request,
            RowReading reading,
            Stages stages,
            Notes notes,
            @Nullable LocalDate later,
            FateFile fates,
            Progress progress,
            @Nullable ImportLoad load) {
        ImportReport over(CsvInput file, Path result) throws IOException {
            var counts = new EnumMap<Fate, Long>(Fate.class);
            long rows = 0;
            for (var cells = file.next(); cells != null; cells = file.next()) {
                var row = notes.on(Records.complete(request.kind(), reading.read(cells), stages), file.line());
                counts.merge(row.fate(), 1L, Long::sum);
                fates.add(file.line(), row);
                keep(row);
                if (++rows % LOOK_UP_EVERY == 0) {
                    look(rows);
                }
            }
            return new ImportReport(
                    request.kind().word(),
                    load == null,
                    rows,
                    counts.getOrDefault(Fate.TAKEN, 0L),
                    counts.getOrDefault(Fate.UNMATCHED, 0L),
                    counts.getOrDefault(Fate.AMBIGUOUS, 0L),
                    counts.getOrDefault(Fate.REFUSED, 0L),
                    notes.count(),
                    later,
                    file.sha256(),
                    result.toString());
        }

        private void look(long rows) {
            progress.at(rows, 0);
            if (progress.stopRequested()) {
                throw Problem.of(ErrorCode.INTERRUPTED, "The import was stopped; nothing was changed")
                        .exception();
            }
        }

        private void keep(Row row) {
            if (load == null || row.fate() != Fate.TAKEN) {
                return;
            }
            var kept = new ImportedRow(row.recordId(), new LinkedHashMap<>(row.values()));
            switch (request.kind()) {
                case OPPORTUNITIES -> load.opportunity(Records.id(request, row), kept);
                case CONTACTS -> load.contact(Records.id(request, row), kept);
                case ACCOUNTS, SIGNALS, QUOTAS, REPS ->
                    load.facts(request.kind().object(), kept, origin(request));
            }
        }
    }
}
