package io.fairpatch.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How scores come about, in words.
 *
 * @param version of the rules in force
 * @param stale what to do when the scores shown were made by other rules, null when they were not
 */
public record Method(int version, @Nullable String stale, List<Section> sections) {
    public Method {
        sections = List.copyOf(sections);
    }

    /** One part of it. */
    public record Section(String title, List<String> sentences) {
        public Section {
            sentences = List.copyOf(sentences);
        }
    }
}
