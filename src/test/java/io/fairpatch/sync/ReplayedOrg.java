package io.fairpatch.sync;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.FieldSchema;
import io.fairpatch.org.JoblessOrg;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgRecord;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An org that answers from CSV text, an object each, in pages of two rows: for values no real org would hold, and for
 * breaks at an exact row.
 */
final class ReplayedOrg extends JoblessOrg {
    static final SalesforceId ID = SalesforceId.of("00D000000000001");
    private static final int PAGE_ROWS = 2;

    private final Map<String, List<List<String>>> tables = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private long tooMany;
    private boolean breakFirstPage;
    private long callsLeft = 10_000;

    /** An org where nobody owns anything: every object is there and empty but for what the sync cannot do without. */
    static ReplayedOrg standard() {
        return new ReplayedOrg()
                .with("Account", "Id,Name,OwnerId,SystemModstamp\n001000000000001,Acme,,2026-01-01T00:00:00.000Z\n")
                .with("Opportunity", "Id,AccountId,StageName,Amount,CloseDate,IsClosed,IsWon,SystemModstamp\n")
                .with("User", "Id,Name,IsActive,SystemModstamp\n")
                .with("Contact", "Id,AccountId,SystemModstamp\n")
                .with("Task", "Id,AccountId,WhatId,ActivityDate,SystemModstamp\n")
                .with("Event", "Id,AccountId,WhatId,ActivityDate,SystemModstamp\n");
    }

    ReplayedOrg with(String object, String csv) {
        try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
            tables.put(
                    object, reader.stream().map(CsvRecord::getFields).collect(Collectors.toCollection(ArrayList::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    ReplayedOrg type(String field, String type) {
        types.put(field, type);
        return this;
    }

    /** The job's total will be higher than the rows sent by so many. */
    ReplayedOrg declaring(long more) {
        tooMany = more;
        return this;
    }

    /** So many of 10,000 API calls are left today. */
    ReplayedOrg callsLeft(long calls) {
        callsLeft = calls;
        return this;
    }

    /** The first page of every query breaks off after one row and comes again. */
    ReplayedOrg breakingFirstPage() {
        breakFirstPage = true;
        return this;
    }

    @Override
    public OrgIdentity identity() {
        return new OrgIdentity(ID, "Replayed", "http://localhost", "66.0", false, SalesforceId.of("005000000000001"));
    }

    @Override
    public ObjectSchema describe(String object) {
        if (!tables.containsKey(object)) {
            throw Problem.of(ErrorCode.ORG_REQUEST, "The org has no object " + object)
                    .exception();
        }
        return new ObjectSchema(
                object, header(object).stream().collect(Collectors.toMap(Function.identity(), this::field)));
    }

    @Override
    public Instant time() {
        return Instant.parse("2026-11-01T10:00:00Z");
    }

    @Override
    public long read(QueryJob job, RowSink sink, Progress progress) {
        var query = job.query();
        var rows = selected(query);
        var header = rows.get(0);
        var body = rows.subList(1, rows.size());
        if (breakFirstPage && !body.isEmpty()) {
            sink.pageStart(header);
            sink.row(body.get(0));
            sink.pageBroken();
        }
        for (int from = 0; from == 0 || from < body.size(); from += PAGE_ROWS) {
            var page = body.subList(from, Math.min(from + PAGE_ROWS, body.size()));
            sink.pageStart(header);
            page.forEach(sink::row);
            sink.pageEnd(
                    page.size(),
                    job.at(from + PAGE_ROWS < body.size() ? "row " + (from + PAGE_ROWS) : "", from + page.size()));
        }
        return body.size() + tooMany;
    }

    private List<List<String>> selected(BulkQuery query) {
        var fields = Arrays.asList(query.soql()
                .replaceFirst("^SELECT ", "")
                .replaceFirst(" FROM .*$", "")
                .split(", "));
        var at = fields.stream().map(header(query.object())::indexOf).toList();
        return table(query.object()).stream()
                .map(row -> at.stream().map(row::get).toList())
                .toList();
    }

    private List<String> header(String object) {
        return table(object).get(0);
    }

    private List<List<String>> table(String object) {
        return tables.getOrDefault(object, List.of());
    }

    private FieldSchema field(String name) {
        return new FieldSchema(
                name, name, types.getOrDefault(name, "string"), 255, true, true, true, true, false, List.of());
    }

    @Override
    public List<OrgRecord> read(String object, Collection<String> ids, List<String> fields) {
        throw new UnsupportedOperationException("A sync reads in bulk");
    }

    @Override
    public Map<String, OrgLimit> limits() {
        return Map.of("DailyApiRequests", new OrgLimit(10_000, callsLeft));
    }
}
