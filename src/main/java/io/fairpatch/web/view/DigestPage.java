package io.fairpatch.web.view;

import java.util.List;

/**
 * What digests would say now.
 *
 * @param open whether a receiver is set
 */
public record DigestPage(Shell shell, String sentence, boolean open, List<Letter> letters) {
    public DigestPage {
        letters = List.copyOf(letters);
    }

    /** To one person. */
    public record Letter(String to, String subject, List<String> lines) {
        public Letter {
            lines = List.copyOf(lines);
        }
    }
}
