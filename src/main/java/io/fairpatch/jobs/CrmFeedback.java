package io.fairpatch.jobs;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.RowSink;
import io.fairpatch.review.Comments;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what reps said on the card in the CRM, and puts it beside the moves it is about. */
@Singleton
class CrmFeedback {
    private static final String OBJECT = "Territory_Feedback__c";
    private static final List<String> FIELDS = List.of("Id", "Account__c", "Message__c", "CreatedById", "CreatedDate");
    /** A record whose transaction ended late carries an older date than the newest we know. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Comments comments;

    CrmFeedback(Comments comments) {
        this.comments = comments;
    }

    /** Takes what is new; an org without the object has said nothing. Returns how many comments came. */
    int take(OrgReader reader, SalesforceId org, Progress progress) {
        if (!offered(reader)) {
            return 0;
        }
        progress.stage("Reading what reps said");
        Instant since =
                comments.lastFeedback(org).map(last -> last.minus(OVERLAP)).orElse(Instant.EPOCH);
        var rows = new Rows();
        String soql = "SELECT " + String.join(", ", FIELDS) + " FROM " + OBJECT + " WHERE CreatedDate >= "
                + since.atOffset(ZoneOffset.UTC).toInstant();
        reader.query(new BulkQuery(OBJECT, soql, false), rows, progress);
        Map<SalesforceId, String> names = names(reader, rows.whole);
        int taken = 0;
        for (List<String> row : rows.whole) {
            boolean says = !row.get(1).isEmpty() && !row.get(2).isBlank();
            if (says && take(org, row, names)) {
                taken++;
            }
        }
        return taken;
    }

    private boolean take(SalesforceId org, List<String> row, Map<SalesforceId, String> names) {
        String author = names.getOrDefault(SalesforceId.of(row.get(3)), "A rep");
        Instant said =
                OffsetDateTime.parse(row.get(4).replaceAll("\\+0000$", "Z")).toInstant();
        return comments.feedback(org, row.get(0), SalesforceId.of(row.get(1)), author, row.get(2), said);
    }

    private static boolean offered(OrgReader reader) {
        try {
            ObjectSchema schema = reader.describe(OBJECT);
            return FIELDS.stream().allMatch(field -> schema.field(field)
                    .map(known -> known.bulkReadable())
                    .orElse(false));
        } catch (FairpatchException e) {
            if (e.code() == ErrorCode.ORG_REQUEST || e.code() == ErrorCode.ORG_RIGHTS) {
                return false;
            }
            throw e;
        }
    }

    private static Map<SalesforceId, String> names(OrgReader reader, List<List<String>> rows) {
        List<String> authors = rows.stream().map(row -> row.get(3)).distinct().toList();
        return authors.isEmpty()
                ? Map.of()
                : reader.read("User", authors, List.of("Name")).stream()
                        .filter(user -> user.value("Name").isPresent())
                        .collect(Collectors.toMap(OrgRecord::id, CrmFeedback::name));
    }

    private static String name(OrgRecord user) {
        return Optional.of(user).flatMap(known -> known.value("Name")).orElseThrow();
    }

    /** Rows in the order of {@link #FIELDS}, whole pages only. */
    private static final class Rows implements RowSink {
        private final List<List<String>> whole = new ArrayList<>();
        private final List<List<String>> page = new ArrayList<>();
        private List<Integer> places = List.of();

        @Override
        public void pageStart(List<String> header) {
            places = FIELDS.stream().map(header::indexOf).toList();
            page.clear();
        }

        @Override
        public void row(List<String> values) {
            page.add(places.stream().map(values::get).toList());
        }

        @Override
        public void pageEnd(int rows) {
            whole.addAll(page);
            page.clear();
        }

        @Override
        public void pageBroken() {
            page.clear();
        }
    }
}
