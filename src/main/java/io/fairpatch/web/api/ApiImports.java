package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.model.Progress;
import io.fairpatch.sync.file.Fates;
import io.fairpatch.sync.file.FileImport;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportReport;
import io.fairpatch.sync.file.ImportRequest;
import io.fairpatch.sync.file.WaitingFiles;
import io.fairpatch.sync.file.WaitingFiles.Waiting;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.QueryValues;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes values from CSV files; nothing is written to the org. */
@Tag(name = "org")
@Controller("/api/v1/imports/{kind}")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiImports {
    private static final int MOST_NAMED = 1_000;

    private final Site site;
    private final FileImport imports;
    private final WaitingFiles waiting;
    private final Once once;
    private final Clock clock;

    ApiImports(Site site, FileImport imports, WaitingFiles waiting, Once once, Clock clock) {
        this.site = site;
        this.imports = imports;
        this.waiting = waiting;
        this.once = once;
        this.clock = clock;
    }

    /** A row that was left, by its line in the file, with why. */
    @Serdeable
    record LeftJson(long line, String key, String fate, String reason) {}

    /** What should be known of a row that is taken, by its line in the file. */
    @Serdeable
    record NoteJson(long line, String key, String note) {}

    /**
     * What became of the rows; the counts add up. Of the rows that were left, and of those taken with a note, the first
     * 1,000 are named. {@code later} is the day of the latest values of the same source when it is after the file's:
     * where both have a value those stand.
     */
    @Serdeable
    record ImportJson(
            String kind,
            boolean dryRun,
            long rows,
            long taken,
            long unmatched,
            long ambiguous,
            long refused,
            long noted,
            @Nullable LocalDate later,
            List<LeftJson> left,
            List<NoteJson> notes) {}

    /**
     * Takes a CSV file in, which is the body itself.
     *
     * @param kind accounts, opportunities, contacts, quotas, reps or signals
     * @param map COLUMN:FIELD, once for each column that is used
     * @param source where the values are from
     * @param asOf the day of which they are true; today when absent
     * @param prefer whether they stand before what the org says
     * @param dryRun only looks at every row
     */
    @Needs(Action.SYNC)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportJson.class)))
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> take(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String kind,
            @QueryValue List<String> map,
            @QueryValue String source,
            @Nullable @QueryValue LocalDate asOf,
            @Nullable @QueryValue Boolean prefer,
            @Nullable @QueryValue Boolean dryRun,
            @Body byte[] file) {
        var known = QueryValues.choice("kind", kind, ImportKind.values());
        var columns = ImportRequest.columns(ErrorCode.REQUEST_INVALID, map);
        var day = asOf == null ? LocalDate.now(clock) : asOf;
        boolean first = Boolean.TRUE.equals(prefer);
        boolean only = Boolean.TRUE.equals(dryRun);
        var content = request.getUri().getQuery() + Arrays.hashCode(file) + "/" + file.length;
        return once.run(request, who, content, () -> {
            var kept = keep(known, file);
            var asked = new ImportRequest(
                    known,
                    kept.file(),
                    columns,
                    source,
                    day,
                    first,
                    who.person().name());
            return new Once.Done(200, run(asked, kept, only), null, null);
        });
    }

    private Waiting keep(ImportKind kind, byte[] file) {
        try {
            return waiting.keep(kind.word() + ".csv", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportJson run(ImportRequest asked, Waiting kept, boolean dryRun) {
        var report = dryRun
                ? imports.rehearse(site.org(), asked, kept.fates(), Progress.NONE)
                : imports.take(site.org(), asked, kept.fates(), Progress.NONE);
        return json(report, kept);
    }

    private static ImportJson json(ImportReport report, Waiting kept) {
        try {
            var fates = Fates.read(kept.fates(), MOST_NAMED);
            return new ImportJson(
                    report.kind(),
                    report.dryRun(),
                    report.rows(),
                    report.taken(),
                    report.unmatched(),
                    report.ambiguous(),
                    report.refused(),
                    report.noted(),
                    report.later(),
                    left(fates),
                    notes(fates));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<LeftJson> left(Fates fates) {
        return fates.left().stream()
                .map(row -> new LeftJson(row.line(), row.key(), row.fate(), row.reason()))
                .toList();
    }

    private static List<NoteJson> notes(Fates fates) {
        return fates.noted().stream()
                .map(row -> new NoteJson(row.line(), row.key(), row.reason()))
                .toList();
    }
}
