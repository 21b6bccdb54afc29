package io.fairpatch.web.view;

import org.jspecify.annotations.Nullable;

/**
 * A run under way, as the thin bar under the top bar shows it.
 *
 * @param count "1,200 of 2,000", null when not known
 * @param rate "310 a second", null before there is one
 * @param percent 0 to 100, null when the total is not known
 * @param stopAction where to post to stop it, null for who may not
 * @param restAction where to post to have it rest or go on, null for who may not and for what can only be stopped
 * @param resting whether it was asked to rest
 */
public record RunBar(
        String href,
        String title,
        String stage,
        @Nullable String count,
        @Nullable String rate,
        @Nullable Integer percent,
        @Nullable String stopAction,
        @Nullable String restAction,
        boolean resting) {}
