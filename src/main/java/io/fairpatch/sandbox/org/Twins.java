package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.org.Write.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes of one transaction that mean the same record, none of which a real org makes. */
public final class Twins {
    private final Map<String, Integer> counts = new HashMap<>();

    private Twins() {}

    /** @param writes of one transaction, at most 200 */
    public static Twins among(List<Write> writes) {
        var twins = new Twins();
        for (var write : writes) {
            var key = key(write);
            if (key != null) {
                twins.counts.merge(key, 1, Integer::sum);
            }
        }
        return twins;
    }

    /** Why a write is not made, if it has a twin. */
    public Optional<RowError> refusal(Write write) {
        var key = key(write);
        if (key == null || counts.getOrDefault(key, 0) < 2) {
            return Optional.empty();
        }
        return Optional.of(
                isById(write)
                        ? RowError.of("DUPLICATE_VALUE", "Duplicate id specified: " + write.id(), "Id")
                        : RowError.of(
                                "DUPLICATE_VALUE",
                                "Duplicate external id specified: "
                                        + write.values().get(Objects.requireNonNull(write.keyField())),
                                Objects.requireNonNull(write.keyField())));
    }

    /** What tells the record apart; null for a write that makes a new one, or deletes one. */
    private static @Nullable String key(Write write) {
        if (isById(write)) {
            return Optional.ofNullable(write.id()).flatMap(RecordIds::normalise).orElse(null);
        }
        var name = write.keyField();
        var wanted = name == null ? null : write.values().get(name);
        return wanted == null || wanted.isBlank() ? null : wanted.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isById(Write write) {
        return write.kind() == Kind.UPDATE || write.kind() == Kind.UPSERT && "Id".equalsIgnoreCase(write.keyField());
    }
}
