package io.fairpatch.store;

import org.jspecify.annotations.Nullable;

/** The address of a record as far as it is known, by a file and by the org. */
public record ImportedAddress(
        @Nullable String country, @Nullable String state, @Nullable String city, @Nullable String postalCode) {}
