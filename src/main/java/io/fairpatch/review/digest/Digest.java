package io.fairpatch.review.digest;

import io.fairpatch.access.Person;
import java.util.List;

/**
 * What one person is told.
 *
 * @param told names what this tells, so that it is told once
 * @param lines sentences, the most important first
 */
public record Digest(Person person, String told, String subject, List<String> lines) {
    public Digest {
        lines = List.copyOf(lines);
    }
}
