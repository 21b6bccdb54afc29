package io.fairpatch.sync.file;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.ImportStore;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the record that a row is about. Holds the keys of all records: about 150 bytes each. */
final class Matches {
    private static final String SEVERAL = "";

    private final String key;
    private final Map<String, String> byKey = new HashMap<>();

    Matches(ImportStore store, SalesforceId org, String object, String key) {
        this.key = key;
        store.keys(org, object, column(key), (id, value) -> {
            var normal = normal(value);
            if (!normal.isEmpty()) {
                byKey.merge(normal, id, (held, other) -> held.equals(other) ? held : SEVERAL);
            }
        });
    }

    private static String column(String key) {
        return switch (key) {
            case "id", "accountId" -> "id";
            case "domain", "accountDomain" -> "website";
            case "email" -> "email";
            default -> "name";
        };
    }

    /** The record's id; null for none, empty for several. */
    @Nullable
    String find(String value) {
        return byKey.get(normal(value));
    }

    private String normal(String value) {
        return switch (column(key)) {
            case "id" -> id(value.strip());
            case "website" -> domain(value);
            default -> value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        };
    }

    /** Reports of the org write ids in 15 characters; of 18, the last three say what case the others have. */
    private static String id(String text) {
        return SalesforceId.parse(text).map(SalesforceId::value).orElse(text).toLowerCase(Locale.ROOT);
    }

    /** The host of an address, or what stands behind the @ of an e-mail, without www. */
    static String domain(String address) {
        var host = address.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^.*@", "")
                .replaceFirst("[/:?#].*$", "");
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
