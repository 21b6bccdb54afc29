package io.fairpatch.web.proposal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.access.Action;
import io.fairpatch.commit.ReceiptCsv;
import io.fairpatch.review.LineFilter;
import io.fairpatch.review.LineSort;
import io.fairpatch.review.PageRequest;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.RoundTrip;
import io.fairpatch.web.Site;
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
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The moves as a spreadsheet, and back. */
@Hidden
@Controller("/proposals/{id}/sheet")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SheetController {
    static final List<String> COLUMNS = List.of(
            "Account Id", "Account", "From", "To Id", "To", "Decision", "Reason", "Potential", "Open Deals", "Why");
    private static final int CHUNK = 500;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Site site;
    private final ProposalQueries queries;
    private final RoundTrip roundTrip;
    private final Shells shells;

    SheetController(Site site, ProposalQueries queries, RoundTrip roundTrip, Shells shells) {
        this.site = site;
        this.queries = queries;
        this.roundTrip = roundTrip;
        this.shells = shells;
    }

    @Needs({Action.EDIT, Action.DECIDE_ANY})
    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn who, String id) {
        return show(request, who, id, "", List.of());
    }

    /** Every line that came back has its fate on the page. */
    @Needs({Action.EDIT, Action.DECIDE_ANY})
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(HttpRequest<?> request, SignedIn who, String id, @Body String body) {
        var form = new QueryValues(body);
        String typed = form.required("rows");
        long revision = queries.get(site.org(), id).revision();
        var fates = roundTrip.take(site.org(), id, revision, SheetRows.parse(typed), who.person());
        return show(request, who, id, typed, fates);
    }

    @Needs(Action.EXPORT)
    @Get("/moves.csv")
    HttpResponse<String> csv(String id) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        csv.writeRecord(COLUMNS);
        each(id, line -> csv.writeRecord(cells(line)));
        return HttpResponse.ok(text.toString())
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + id.replaceAll("[^A-Za-z0-9-]", "") + ".csv\"");
    }

    @Needs(Action.EXPORT)
    @Get("/moves.xlsx")
    HttpResponse<byte[]> xlsx(String id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Fairpatch", "1.0")) {
            Worksheet sheet = book.newWorksheet("Moves");
            var row = new ArrayList<List<String>>();
            row.add(COLUMNS);
            each(id, line -> row.add(cells(line)));
            for (int i = 0; i < row.size(); i++) {
                for (int column = 0; column < COLUMNS.size(); column++) {
                    sheet.value(i, column, row.get(i).get(column));
                }
            }
        }
        return HttpResponse.ok(bytes.toByteArray())
                .contentType(MediaType.of(XLSX))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + id.replaceAll("[^A-Za-z0-9-]", "") + ".xlsx\"");
    }

    private void each(String id, Consumer<ProposalLine> line) {
        var next = new PageRequest(0, CHUNK);
        while (next != null) {
            var page = queries.lines(site.org(), id, LineFilter.MOVES, LineSort.WORTH_FIRST, next);
            page.lines().forEach(line);
            next = page.cursor() == null ? null : PageRequest.after(page.cursor(), CHUNK);
        }
    }

    private static List<String> cells(ProposalLine line) {
        return List.of(
                line.account().value(),
                ReceiptCsv.inert(line.accountName()),
                ReceiptCsv.inert(Objects.requireNonNullElse(line.fromName(), "")),
                line.to().value(),
                ReceiptCsv.inert(line.toName()),
                line.decision().name(),
                ReceiptCsv.inert(Objects.requireNonNullElse(line.declineReason(), "")),
                Long.toString(Math.round(line.potentialCents() / 100.0)),
                Integer.toString(line.extras().openDeals()),
                ReceiptCsv.inert(line.headline()));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request, SignedIn who, String id, String typed, List<RoundTrip.Fate> fates) {
        long good = fates.stream().filter(RoundTrip.Fate::good).count();
        String sentence = fates.isEmpty()
                ? "Work on the moves in a spreadsheet, and bring them back."
                : good + " of " + fates.size() + " lines were taken.";
        var page = new SheetPage(
                shells.frame(request, who, "Spreadsheet"),
                "/proposals/" + Words.title(queries.get(site.org(), id)).split(",", 2)[0],
                sentence,
                typed,
                fates.stream()
                        .map(fate -> new SheetPage.Row(fate.number(), fate.account(), fate.good(), fate.sentence()))
                        .toList());
        return Pages.show(request, "page/sheet", Map.of("page", page));
    }
}
