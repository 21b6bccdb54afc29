package io.fairpatch.sync.file;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.DealState;
import io.fairpatch.sync.file.RowReading.Fate;
import io.fairpatch.sync.file.RowReading.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Rows as they are kept; some become records of their own. */
final class Records {
    /** No id of an org begins so. */
    private static final String PREFIX = "IMP";

    private static final int DIGITS = 12;

    private Records() {}

    /** Fills what follows from other values, and refuses a row that lacks what it must have. */
    static Row complete(ImportKind kind, Row row, Stages stages) {
        if (row.fate() != Fate.TAKEN) {
            return row;
        }
        var needed = kind == ImportKind.OPPORTUNITIES ? List.of("stage", "closeDate") : degrees(row);
        for (var field : needed) {
            if (!row.values().containsKey(field)) {
                return new Row(row.key(), row.recordId(), Fate.REFUSED, field + " is missing", Map.of());
            }
        }
        return kind == ImportKind.OPPORTUNITIES ? deal(row, stages) : row;
    }

    /** One without the other is no place. */
    private static List<String> degrees(Row row) {
        var both = List.of("latitude", "longitude");
        return both.stream().anyMatch(row.values()::containsKey) ? both : List.of();
    }

    private static Row deal(Row row, Stages stages) {
        var values = new LinkedHashMap<>(row.values());
        var state = stages.of(values.getOrDefault("stage", "")).orElse(DealState.OPEN);
        values.putIfAbsent("won", String.valueOf(state == DealState.WON));
        values.putIfAbsent("closed", String.valueOf("true".equals(values.get("won")) || state != DealState.OPEN));
        return new Row(row.key(), row.recordId(), Fate.TAKEN, "", values);
    }

    /** The same for the same row of the same source, so that a file taken in twice changes nothing. */
    static SalesforceId id(ImportRequest request, Row row) {
        var own = row.values().getOrDefault("id", row.recordId() + said(request, row));
        var text = request.kind().word() + '|' + request.source() + '|' + own;
        var hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
        var digits = new BigInteger(hash.toString().replace("-", ""), 16)
                .toString(36)
                .toUpperCase(Locale.ROOT);
        var padded = "0".repeat(DIGITS) + digits;
        return SalesforceId.of(PREFIX + padded.substring(padded.length() - DIGITS));
    }

    /** The row by its words alone: what the org's deals say of a stage may change, and the record is the same. */
    private static Map<String, String> said(ImportRequest request, Row row) {
        var values = new LinkedHashMap<>(row.values());
        var stage = values.getOrDefault("stage", "").toLowerCase(Locale.ROOT);
        if (values.containsKey("won") && !request.columns().containsValue("won")) {
            values.put("won", String.valueOf(stage.contains("won")));
        }
        if (values.containsKey("closed") && !request.columns().containsValue("closed")) {
            boolean closed = stage.contains("lost") || stage.contains("closed");
            values.put("closed", String.valueOf("true".equals(values.get("won")) || closed));
        }
        return values;
    }
}
