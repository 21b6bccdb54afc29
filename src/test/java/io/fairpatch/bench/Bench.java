package io.fairpatch.bench;

import java.util.List;
import java.util.Map;

/**
 * A figure that anyone can measure again: {@code ./fairpatch bench NAME}. Found by {@link java.util.ServiceLoader}: add
 * the class to {@code src/test/resources/META-INF/services/io.fairpatch.bench.Bench}.
 */
public interface Bench {
    /** What stands after {@code bench}, for example {@code plan}. */
    String name();

    /** One line for the list of benches: what it measures and against what. */
    String about();

    /** The options it knows, each with the value it has when none is given. */
    Map<String, String> options();

    /** Measures; says on standard error what it is doing. */
    List<Figure> run(BenchOptions options) throws Exception;
}
