package io.fairpatch.web.org;

import io.fairpatch.access.Action;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.sync.file.ColumnGuess;
import io.fairpatch.sync.file.Fates;
import io.fairpatch.sync.file.FileHead;
import io.fairpatch.sync.file.FileImport;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportReport;
import io.fairpatch.sync.file.WaitingFiles;
import io.fairpatch.sync.file.WaitingFiles.Waiting;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.FileForm;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.QueryValues;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.ImportPage;
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
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes values from CSV files. Nothing is written to the org. */
@Hidden
@Controller(ImportViews.PATH)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportController {
    private static final int ROWS_SHOWN = 200;
    private static final int FILES_SHOWN = 20;

    private final Site site;
    private final FileImport imports;
    private final WaitingFiles waiting;
    private final Shells shells;
    private final Clock clock;

    ImportController(Site site, FileImport imports, WaitingFiles waiting, Shells shells, Clock clock) {
        this.site = site;
        this.imports = imports;
        this.waiting = waiting;
        this.shells = shells;
        this.clock = clock;
    }

    @Needs(Action.SYNC)
    @Get
    HttpResponse<?> page(HttpRequest<?> request, SignedIn who) {
        return show(
                request,
                who,
                "Take values from a file: about accounts, reps and quotas, or signals from elsewhere.",
                null,
                null);
    }

    /** A file comes in; what is in it is said on the next page. */
    @Needs(Action.SYNC)
    @Post("/file")
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    HttpResponse<?> upload(HttpRequest<?> request, @Nullable @Body byte[] body) throws IOException {
        var form = FileForm.of(request, body);
        var kind = form.fields().get("kind");
        if (form.name() == null || form.file().length == 0 || kind == null) {
            throw Problem.of(ErrorCode.IMPORT_FILE, "No file came along")
                    .maybe("choose a CSV file with a header")
                    .exception();
        }
        var kept = waiting.keep(form.name(), form.file());
        FileHead.of(kept.file());
        var path = ImportViews.PATH + "/" + kept.id() + "?kind="
                + ImportForm.kind(kind).word();
        return HttpResponse.seeOther(URI.create(path));
    }

    /** Says what the columns seem to be, for a person to correct; or what became, or would become, of the rows. */
    @Needs(Action.SYNC)
    @Get("/{file}")
    HttpResponse<?> match(HttpRequest<?> request, SignedIn who, String file) throws IOException {
        var kept = waiting.get(file);
        var head = FileHead.of(kept.file());
        var query = request.getUri().getRawQuery();
        var values = new QueryValues(query);
        var rows = values.get("rows");
        if (rows == null) {
            var form = guess(ImportForm.kind(values.required("kind")), head, kept.name());
            return show(request, who, "Say what the columns are.", ImportViews.match(kept, head, form), null);
        }
        boolean taken = rows.equals(ImportForm.TAKEN);
        var asked = ImportForm.of(query, head);
        if (!kept.isOf(rows + asked.said())) {
            if (taken) {
                return Pages.then(ImportViews.PATH);
            }
            run(kept, asked, false, who);
        }
        var fates = Fates.read(kept.fates(), ROWS_SHOWN);
        var outcome = ImportViews.outcome(kept, taken, fates);
        var match = taken ? null : ImportViews.match(kept, head, asked);
        return show(request, who, ImportViews.sentence(taken, fates.tally()), match, outcome);
    }

    private ImportForm guess(ImportKind kind, FileHead head, String name) {
        var columns = new LinkedHashMap<String, String>();
        for (var column : head.header()) {
            var field = ColumnGuess.field(kind, column);
            if (!field.isEmpty() && !columns.containsValue(field)) {
                columns.put(column, field);
            }
        }
        return new ImportForm(kind, columns, name, LocalDate.now(clock), false, false, null);
    }

    /** Looks at every row, or takes the rows in. */
    @Needs(Action.SYNC)
    @Post("/{file}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> run(HttpRequest<?> request, SignedIn who, String file, @Body String body) throws IOException {
        var kept = waiting.get(file);
        var head = FileHead.of(kept.file());
        var form = ImportForm.of(body, head);
        boolean take = form.take() && !form.hasty();
        var report = run(kept, form, take, who);
        var shown = form.address(ImportViews.PATH + "/" + kept.id(), head, take);
        var notice = ImportViews.notice(report, form.hasty());
        return notice == null ? Pages.then(shown) : Pages.then(request, shown, notice);
    }

    private ImportReport run(Waiting kept, ImportForm form, boolean take, SignedIn who) throws IOException {
        var asked = form.request(kept, who.person().name());
        var report = take
                ? imports.take(site.org(), asked, kept.fates(), Progress.NONE)
                : imports.rehearse(site.org(), asked, kept.fates(), Progress.NONE);
        kept.note(ImportForm.rows(take) + form.said());
        return report;
    }

    @Needs(Action.SYNC)
    @Get("/{file}/fates.csv")
    HttpResponse<byte[]> fates(String file) throws IOException {
        return HttpResponse.ok(Files.readAllBytes(waiting.get(file).fates()))
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"fates.csv\"");
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            SignedIn who,
            String sentence,
            ImportPage.@Nullable Match match,
            ImportPage.@Nullable Outcome outcome) {
        var page = new ImportPage(
                shells.frame(request, who, "Import"),
                sentence,
                OrgTabs.at(ImportViews.PATH, who.person()),
                ImportViews.kinds(),
                match,
                outcome,
                ImportViews.before(imports.files(site.org(), FILES_SHOWN)));
        return Pages.show(request, "page/import", Map.of("page", page));
    }
}
