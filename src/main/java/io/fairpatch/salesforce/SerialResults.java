package io.fairpatch.salesforce;

import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads what became of the rows of one Bulk API 1.0 batch. Its result rows name no Id when they failed, but come in the
 * order of the request, which the org gives back too.
 */
final class SerialResults {
    private SerialResults() {}

    static List<WriteResult> read(InputStream request, InputStream result) {
        try (var sent = reply("GET batch request", request);
                var answered = reply("GET batch result", result)) {
            var ids = ids(sent);
            var rows = rows(answered);
            if (ids.size() != rows.size() - 1) {
                throw FailureTable.unreadable(
                                answered, ids.size() + " rows were sent, " + (rows.size() - 1) + " answered")
                        .exception();
            }
            return match(ids, rows);
        } catch (IOException e) {
            throw FailureTable.of(e, "GET batch result", "batch result").exception(e);
        }
    }

    static List<WriteResult> unprocessed(InputStream request) {
        try (var sent = reply("GET batch request", request)) {
            return ids(sent).stream()
                    .map(id -> new WriteResult(id, Fate.UNPROCESSED, null, null))
                    .toList();
        } catch (IOException e) {
            throw FailureTable.of(e, "GET batch request", "batch request").exception(e);
        }
    }

    private static List<WriteResult> match(List<String> ids, List<String[]> rows) {
        var header = Arrays.asList(rows.get(0));
        int success = header.indexOf("Success");
        int error = header.indexOf("Error");
        var results = new ArrayList<WriteResult>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            var row = rows.get(i + 1);
            var fate = row[success].equals("true") ? Fate.WRITTEN : Fate.FAILED;
            results.add(IngestResults.result(ids.get(i), fate, row[error]));
        }
        return results;
    }

    private static List<String> ids(Reply sent) {
        var rows = rows(sent);
        int id = Arrays.asList(rows.get(0)).indexOf("Id");
        return rows.stream().skip(1).map(row -> row[id]).toList();
    }

    private static List<String[]> rows(Reply reply) {
        var csv = new CsvRows(reply);
        var rows = new ArrayList<String[]>();
        for (var row = csv.next(); row != null; row = csv.next()) {
            rows.add(row);
        }
        if (rows.isEmpty()) {
            throw FailureTable.unreadable(reply, "it is empty").exception();
        }
        return rows;
    }

    private static Reply reply(String request, InputStream body) {
        return new Reply(request, request, 200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }
}
