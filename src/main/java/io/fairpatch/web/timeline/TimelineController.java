package io.fairpatch.web.timeline;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.fairpatch.access.Action;
import io.fairpatch.commit.ReceiptCsv;
import io.fairpatch.model.AuditFilter;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.Timeline;
import io.fairpatch.review.Timeline.Event;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Needs;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.page.Pages;
import io.fairpatch.web.page.Shells;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.TimelinePage;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of everything that was done, and whether its chain holds. */
@Hidden
@Controller("/timeline")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TimelineController {
    private static final int PAGE = 50;
    private static final int CHUNK = 1_000;

    private final Site site;
    private final Timeline timeline;
    private final ProposalQueries proposals;
    private final Shells shells;

    TimelineController(Site site, Timeline timeline, ProposalQueries proposals, Shells shells) {
        this.site = site;
        this.timeline = timeline;
        this.proposals = proposals;
        this.shells = shells;
    }

    @Needs(Action.VIEW_AUDIT)
    @Get
    HttpResponse<?> timeline(
            HttpRequest<?> request,
            SignedIn who,
            @Nullable @QueryValue Long before,
            @Nullable @QueryValue String actor,
            @Nullable @QueryValue String action,
            @Nullable @QueryValue String subject) {
        long from = before == null ? Long.MAX_VALUE : before;
        var filter = LogFilter.of(actor, action, subject);
        List<Event> events = timeline.before(site.org(), filter.lines(), from, PAGE + 1);
        boolean more = events.size() > PAGE;
        List<Event> shown = more ? events.subList(0, PAGE) : events;
        var page = new TimelinePage(
                shells.frame(request, who, "Timeline"),
                sentence(shown, before, filter),
                chain(),
                filter.shown(),
                shown.stream().map(Events::row).toList(),
                before == null && !filter.any() ? Fairness.of(proposals.list(site.org())) : List.of(),
                more ? filter.address("/timeline", shown.get(PAGE - 1).seq()) : null);
        return Pages.show(request, "page/timeline", Map.of("page", page));
    }

    /** Every line with its hash, so that the chain can be checked elsewhere. */
    @Needs(Action.VIEW_AUDIT)
    @Get("/timeline.csv")
    HttpResponse<String> csv(
            @Nullable @QueryValue String actor,
            @Nullable @QueryValue String action,
            @Nullable @QueryValue String subject) {
        var filter = LogFilter.of(actor, action, subject).lines();
        String text = lines(filter);
        return HttpResponse.ok(text)
                .contentType(MediaType.of("text/csv;charset=utf-8"))
                .header("Content-Disposition", "attachment; filename=\"timeline.csv\"");
    }

    private String lines(AuditFilter filter) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord("Seq", "At", "Actor", "Action", "Subject", "Details", "Hash");
            long last = 0;
            List<Event> chunk;
            do {
                chunk = timeline.after(site.org(), filter, last, CHUNK);
                for (Event event : chunk) {
                    csv.writeRecord(cells(event));
                    last = event.seq();
                }
            } while (chunk.size() == CHUNK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String[] cells(Event event) {
        return new String[] {
            Long.toString(event.seq()),
            event.at().toString(),
            ReceiptCsv.inert(event.actor()),
            event.action(),
            ReceiptCsv.inert(event.subject()),
            ReceiptCsv.inert(event.details()),
            event.hash()
        };
    }

    private TimelinePage.Chain chain() {
        return timeline.firstBroken(site.org())
                .map(seq -> new TimelinePage.Chain(
                        false, "The chain is broken at line " + seq + ": someone changed the log behind our back."))
                .orElse(new TimelinePage.Chain(true, "The chain holds: no line was changed or left out."));
    }

    private static String sentence(List<Event> shown, @Nullable Long before, LogFilter filter) {
        if (shown.isEmpty()) {
            return filter.any() ? "Nothing of the kind has been done." : "Nothing has been done yet.";
        }
        Event newest = shown.get(0);
        String what = Events.words(newest.action()) + " " + newest.subject() + ", by " + newest.actor() + " on "
                + Show.moment(newest.at());
        return (before == null ? "Last: " : "Before that: ") + what + ".";
    }
}
