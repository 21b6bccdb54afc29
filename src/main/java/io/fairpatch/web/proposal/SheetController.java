package io.fairpatch.web.proposal;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.RoundTrip;
import io.fairpatch.review.sheet.MoveSheets;
import io.fairpatch.review.sheet.SheetFiles;
import io.fairpatch.review.sheet.SheetLines;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.FileForm;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.SheetPage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The moves as a spreadsheet, and back. */
@Hidden
@Controller("/proposals/{id}/sheet")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SheetController {
    private final Site site;
    private final ProposalQueries queries;
    private final MoveSheets sheets;
    private final RoundTrip roundTrip;
    private final Shells shells;

    SheetController(Site site, ProposalQueries queries, MoveSheets sheets, RoundTrip roundTrip, Shells shells) {
        this.site = site;
        this.queries = queries;
        this.sheets = sheets;
        this.roundTrip = roundTrip;
        this.shells = shells;
    }

    @Needs({Action.EDIT, Action.DECIDE_ANY})
    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn who, String id) {
        return show(request, who, id, "", null);
    }

    /** Rows that were pasted. Every line that came back has its fate on the page. */
    @Needs({Action.EDIT, Action.DECIDE_ANY})
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        String typed = new QueryValues(body).required("rows");
        return show(request, who, id, typed, take(id, who, SheetFiles.text(typed)));
    }

    /** The file itself. */
    @Needs({Action.EDIT, Action.DECIDE_ANY})
    @Post("/file")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> upload(HttpRequest<?> request, SignedIn who, String id, @Nullable @Body byte[] body)
            throws IOException {
        byte[] file = FileForm.of(request, body).file();
        if (file.length == 0) {
            throw Problem.of(ErrorCode.IMPORT_FILE, "No file came along")
                    .maybe("choose the file that you exported and worked on")
                    .exception();
        }
        return show(request, who, id, "", take(id, who, SheetFiles.read(file)));
    }

    @Needs(Action.EXPORT)
    @Get("/moves.csv")
    HttpResponse<byte[]> csv(String id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        sheets.csv(site.org(), id, bytes);
        return file(bytes, "text/csv;charset=utf-8", id + ".csv");
    }

    @Needs(Action.EXPORT)
    @Get("/moves.xlsx")
    HttpResponse<byte[]> xlsx(String id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        sheets.xlsx(site.org(), id, bytes);
        return file(bytes, MoveSheets.XLSX, id + ".xlsx");
    }

    private static HttpResponse<byte[]> file(ByteArrayOutputStream bytes, String type, String name) {
        return HttpResponse.ok(bytes.toByteArray())
                .contentType(MediaType.of(type))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + name.replaceAll("[^A-Za-z0-9.-]", "") + "\"");
    }

    private List<RoundTrip.Fate> take(String id, SignedIn who, SheetLines lines) {
        long revision = queries.get(site.org(), id).revision();
        return lines.fates(roundTrip.take(site.org(), id, revision, lines.rows(), who.person()));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, SignedIn who, String id, String typed, @Nullable List<RoundTrip.Fate> came) {
        List<RoundTrip.Fate> fates = came == null ? List.of() : came;
        long good = fates.stream().filter(RoundTrip.Fate::good).count();
        String sentence = came == null
                ? "Work on the moves in a spreadsheet, and bring them back."
                : good + " of " + fates.size() + " lines were taken.";
        var proposal = queries.get(site.org(), id);
        var page = new SheetPage(
                shells.frame(request, who, "Spreadsheet"),
                "/proposals/" + proposal.id(),
                Words.title(proposal),
                sentence,
                typed,
                SheetFates.tally(fates),
                SheetFates.rows(fates));
        return Pages.show(request, "page/sheet", Map.of("page", page));
    }
}
