package io.fairpatch.web.report;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.report.ReportFiles;
import io.fairpatch.insight.report.Table;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as a file to download: its main table as CSV, or all its tables as a workbook. */
public final class ReportDownload {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private ReportDownload() {}

    /**
     * @param given the main one first
     * @param currency what amounts are in, for the heads of their columns; empty where the org has one currency
     * @param format csv, also when null, or xlsx
     */
    public static HttpResponse<byte[]> of(String name, List<Table> given, String currency, @Nullable String format) {
        var tables = given.stream().map(table -> table.in(currency)).toList();
        var bytes = new ByteArrayOutputStream();
        String ending = format == null ? "csv" : format;
        try {
            switch (ending) {
                case "csv" -> ReportFiles.csv(tables.get(0), bytes);
                case "xlsx" -> ReportFiles.xlsx(tables, bytes);
                default ->
                    throw Problem.of(ErrorCode.REQUEST_INVALID, "The format (" + format + ") must be csv or xlsx")
                            .at("format")
                            .maybe("leave format out for CSV")
                            .exception();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HttpResponse.ok(bytes.toByteArray())
                .contentType(ending.equals("csv") ? MediaType.of("text/csv;charset=utf-8") : MediaType.of(XLSX))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "." + ending + "\"");
    }
}
