package io.fairpatch.web.api;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.RoundTrip;
import io.fairpatch.review.sheet.MoveSheets;
import io.fairpatch.review.sheet.SheetFiles;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The moves as a spreadsheet, out and back. */
@Tag(name = "proposals")
@Controller("/api/v1/proposals/{id}/sheet")
@ExecuteOn(TaskExecutors.BLOCKING)
class ApiSheets {
    private final Site site;
    private final ProposalQueries queries;
    private final MoveSheets sheets;
    private final RoundTrip roundTrip;
    private final Once once;

    ApiSheets(Site site, ProposalQueries queries, MoveSheets sheets, RoundTrip roundTrip, Once once) {
        this.site = site;
        this.queries = queries;
        this.sheets = sheets;
        this.roundTrip = roundTrip;
        this.once = once;
    }

    /** What became of one line of the file, numbered from 1 below the heads. */
    @Serdeable
    record FateJson(int line, String account, boolean taken, String sentence) {}

    /** What became of all lines, and the revision that holds now. */
    @Serdeable
    record FatesJson(long revision, long taken, List<FateJson> lines) {}

    /** The moves as XLSX (the default) or CSV. */
    @Needs(Action.EXPORT)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string")),
                @Content(mediaType = MoveSheets.XLSX, schema = @Schema(type = "string", format = "binary"))
            })
    @Get
    HttpResponse<byte[]> sheet(String id, @Nullable @QueryValue String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        if (format == null || format.equals("xlsx")) {
            sheets.xlsx(site.org(), id, bytes);
            return HttpResponse.ok(bytes.toByteArray()).contentType(MediaType.of(MoveSheets.XLSX));
        }
        if (!format.equals("csv")) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The format (" + format + ") must be xlsx or csv")
                    .at("format")
                    .maybe("leave format out for a workbook")
                    .exception();
        }
        sheets.csv(site.org(), id, bytes);
        return HttpResponse.ok(bytes.toByteArray()).contentType(MediaType.of("text/csv;charset=utf-8"));
    }

    /** Takes the file back, XLSX or CSV, as the body itself: decisions are made, other targets tried out. */
    @Needs({Action.EDIT, Action.DECIDE_ANY})
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = FatesJson.class)))
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<String> take(
            HttpRequest<?> request,
            @Parameter(hidden = true) SignedIn who,
            String id,
            @Nullable @Header(HttpHeaders.IF_MATCH) String seen,
            @Body byte[] file) {
        long revision = Revisions.ifMatch(seen, id);
        return once.run(request, who, Arrays.hashCode(file) + "/" + file.length, () -> {
            var lines = SheetFiles.read(file);
            var fates = lines.fates(roundTrip.take(site.org(), id, revision, lines.rows(), who.person()));
            long now = queries.get(site.org(), id).revision();
            return new Once.Done(200, json(now, fates), now, null);
        });
    }

    private static FatesJson json(long revision, List<RoundTrip.Fate> fates) {
        return new FatesJson(
                revision,
                fates.stream().filter(RoundTrip.Fate::good).count(),
                fates.stream()
                        .map(fate -> new FateJson(fate.number(), fate.account(), fate.good(), fate.sentence()))
                        .toList());
    }
}
