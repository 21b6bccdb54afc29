package io.fairpatch.web.org;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sync.file.FileHead;
import io.fairpatch.sync.file.ImportKind;
import io.fairpatch.sync.file.ImportRequest;
import io.fairpatch.sync.file.WaitingFiles.Waiting;
import io.fairpatch.web.page.QueryValues;
import io.micronaut.http.uri.UriBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about a file.
 *
 * @param columns column of the file to our field
 * @param take whether the rows are to be taken in; otherwise they are only looked at
 * @param looked {@link #said} as the rows were last looked at; null before
 */
record ImportForm(
        ImportKind kind,
        Map<String, String> columns,
        String source,
        LocalDate asOf,
        boolean preferred,
        boolean take,
        @Nullable String looked) {
    static final String TAKEN = "taken";

    /** How the form calls the choice of a column. */
    static String name(int column) {
        return "column" + column;
    }

    static ImportForm of(String body, FileHead head) {
        var values = new QueryValues(body);
        var columns = new LinkedHashMap<String, String>();
        for (int i = 0; i < head.header().size(); i++) {
            var field = values.get(name(i));
            if (field != null) {
                columns.put(head.header().get(i), field);
            }
        }
        return new ImportForm(
                kind(values.required("kind")),
                columns,
                values.required("source"),
                day(values.required("asOf")),
                values.get("preferred") != null,
                "take".equals(values.get("act")),
                values.get("looked"));
    }

    /**
     * What is said, as the address of a page that shows it: loading that again, or going back to it, takes nothing in.
     *
     * @param done whether its rows were taken in, or looked at
     */
    String address(String path, FileHead head, boolean done) {
        var address = UriBuilder.of(path)
                .queryParam("kind", kind.word())
                .queryParam("source", source)
                .queryParam("asOf", asOf)
                .queryParam("rows", rows(done));
        for (int i = 0; i < head.header().size(); i++) {
            var field = columns.get(head.header().get(i));
            if (field != null) {
                address.queryParam(name(i), field);
            }
        }
        return (preferred ? address.queryParam("preferred", "yes") : address).toString();
    }

    /** What an address says of the rows. */
    static String rows(boolean taken) {
        return taken ? TAKEN : "looked";
    }

    /** A few letters that are others once anything else is said about the file. */
    String said() {
        return Integer.toHexString(Objects.hash(kind.word(), columns, source, asOf, preferred));
    }

    /** Whether somebody wants the rows taken in as they were not looked at. */
    boolean hasty() {
        return take && !said().equals(looked);
    }

    static ImportKind kind(String word) {
        return QueryValues.choice("kind", word, ImportKind.values());
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The day (" + text + ") must be like 2026-01-31")
                    .at("asOf")
                    .maybe("pick the day that the file is of in the calendar")
                    .exception(e);
        }
    }

    ImportRequest request(Waiting file, String person) {
        return new ImportRequest(kind, file.file(), columns, source, asOf, preferred, person);
    }
}
