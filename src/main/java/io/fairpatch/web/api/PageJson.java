package io.fairpatch.web.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Part of a list: {@code next} is the cursor of the part after it, null at the end. */
@Serdeable
public record PageJson<T>(List<T> items, long total, @Nullable String next) {
    public PageJson {
        items = List.copyOf(items);
    }
}
