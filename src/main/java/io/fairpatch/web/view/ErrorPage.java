package io.fairpatch.web.view;

import org.jspecify.annotations.Nullable;

/** A failure as a person reads it: what, why, and what to do. */
public record ErrorPage(
        String assets,
        int status,
        String code,
        String what,
        @Nullable String where,
        @Nullable String why,
        @Nullable String advice) {}
