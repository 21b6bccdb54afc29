package io.fairpatch.web.view;

import org.jspecify.annotations.Nullable;

/** Where in a list one is: rows {@code first} to {@code last} of {@code total}, and the way on and back. */
public record Paging(long first, long last, long total, @Nullable String previous, @Nullable String next) {}
