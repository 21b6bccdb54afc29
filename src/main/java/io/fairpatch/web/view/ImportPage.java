package io.fairpatch.web.view;

import io.fairpatch.web.view.MoveTable.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Taking a file in: choosing it, saying what its columns are, looking at every row, taking them in.
 *
 * @param kinds what a file may hold
 * @param match how the file's columns are taken; null before a file was sent
 * @param outcome what became of its rows; null before they were looked at
 * @param before the files that were taken in, the newest first
 */
public record ImportPage(
        Shell shell,
        String sentence,
        List<OrgTab> tabs,
        List<Kind> kinds,
        @Nullable Match match,
        @Nullable Outcome outcome,
        List<Before> before) {
    public ImportPage {
        tabs = List.copyOf(tabs);
        kinds = List.copyOf(kinds);
        before = List.copyOf(before);
    }

    /**
     * A kind of file.
     *
     * @param keys fields of which one must say whom a row is about
     * @param fields what it can hold; other columns are kept too where {@code open}
     */
    public record Kind(String word, String keys, String fields, boolean open) {}

    /**
     * The form that says what a file's columns are.
     *
     * @param path where it is sent
     * @param keys fields of which one must say whom a row is about
     * @param said changes with anything that is said in it
     */
    public record Match(
            String path,
            String kind,
            String file,
            String keys,
            List<Column> columns,
            String source,
            String asOf,
            boolean preferred,
            String said) {
        public Match {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of the file.
     *
     * @param name of the form's field
     * @param sample its first value
     * @param chosen the field it is taken for; empty for none
     */
    public record Column(String name, String column, String sample, List<Choice> fields, String chosen) {
        public Column {
            fields = List.copyOf(fields);
        }
    }

    /**
     * What became of the rows.
     *
     * @param dryRun whether nothing was changed
     * @param left the first rows that were left
     * @param more how many others were
     * @param noted the first rows that are taken with a note
     * @param moreNoted how many others are
     * @param result where the file with each row's fate is
     */
    public record Outcome(
            boolean dryRun,
            List<Fact> tally,
            List<Row> left,
            long more,
            List<Row> noted,
            long moreNoted,
            String result) {
        public Outcome {
            tally = List.copyOf(tally);
            left = List.copyOf(left);
            noted = List.copyOf(noted);
        }
    }

    /** A row that was left, or was taken with a note. */
    public record Row(String line, String key, String fate, String reason) {}

    /** A file that was taken in earlier. */
    public record Before(
            String file, String kind, String source, String asOf, String person, String when, String rows) {}
}
