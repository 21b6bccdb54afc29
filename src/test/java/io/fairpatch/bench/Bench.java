package io.fairpatch.bench;

import java.util.List;

/**
 * A figure that anyone can measure again: {@code ./fairpatch bench NAME}. Found by {@link java.util.ServiceLoader}: add
 * the class to {@code src/test/resources/META-INF/services/io.fairpatch.bench.Bench}.
 */
public interface Bench {
    /** What stands after {@code bench}, for example {@code plan}. */
    String name();

    /** One line for the list of benches: what it measures, against what, and its options. */
    String about();

    /** Measures; says on standard error what it is doing. */
    List<Figure> run(BenchOptions options) throws Exception;
}
