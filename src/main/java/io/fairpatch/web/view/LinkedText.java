package io.fairpatch.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A sentence that may name proposals, cut around their names, so that each name leads to its page. */
public final class LinkedText {
    private static final Pattern PROPOSAL = Pattern.compile("\\bP\\d{6}-\\d+\\b");

    private LinkedText() {}

    /** @param href null for words between names */
    public record Piece(String text, @Nullable String href) {}

    public static List<Piece> of(String sentence) {
        var pieces = new ArrayList<Piece>();
        var names = PROPOSAL.matcher(sentence);
        int from = 0;
        while (names.find()) {
            pieces.add(new Piece(sentence.substring(from, names.start()), null));
            pieces.add(new Piece(names.group(), "/proposals/" + names.group()));
            from = names.end();
        }
        pieces.add(new Piece(sentence.substring(from), null));
        return pieces;
    }
}
