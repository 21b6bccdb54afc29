package io.fairpatch.sandbox.data;

import org.jspecify.annotations.Nullable;

/** A custom field; type as in describe: string, picklist, double, currency, date, boolean, reference, textarea, multipicklist. */
public record CustomField(
        String object, String name, String label, String type, int length, @Nullable String referenceTo) {}
