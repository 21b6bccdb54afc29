package io.fairpatch.acceptance;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test methods and properties by the rows they name in {@code @Tag}. */
final class TaggedTests {
    private static final Pattern ROW = Pattern.compile("[A-I][1-9]\\d?");

    private TaggedTests() {}

    /** {@code Class.method} by row. */
    static SortedMap<String, SortedSet<String>> read() throws IOException {
        var tests = new TreeMap<String, SortedSet<String>>();
        for (Class<?> type : classes()) {
            for (Method method : type.getDeclaredMethods()) {
                var onClass = method.isAnnotationPresent(Test.class) ? tags(type) : Stream.<String>empty();
                Stream.concat(tags(method), onClass)
                        .filter(tag -> ROW.matcher(tag).matches())
                        .forEach(tag -> tests.computeIfAbsent(tag, row -> new TreeSet<>())
                                .add(type.getSimpleName() + "." + method.getName()));
            }
        }
        return tests;
    }

    private static Stream<String> tags(AnnotatedElement element) {
        return Stream.concat(
                Arrays.stream(element.getAnnotationsByType(Tag.class)).map(Tag::value),
                Arrays.stream(element.getAnnotationsByType(net.jqwik.api.Tag.class))
                        .map(net.jqwik.api.Tag::value));
    }

    /** The compiled tests, in the order of their names. */
    private static List<Class<?>> classes() throws IOException {
        Path folder = folder();
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith("Test.class"))
                    .sorted()
                    .<Class<?>>map(TaggedTests::load)
                    .toList();
        }
    }

    private static Path folder() throws IOException {
        try {
            return Path.of(TaggedTests.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static Class<?> load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        try {
            return Class.forName(name, false, TaggedTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
