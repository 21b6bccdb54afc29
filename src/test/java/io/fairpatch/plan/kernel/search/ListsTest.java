package io.fairpatch.plan.kernel.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Short lists: sorted by key, and the units of each agent after any moves. */
final class ListsTest {
    @Test
    void items_are_sorted_by_key_and_equal_keys_by_number() {
        var random = new SplittableRandom(3);
        for (int size = 0; size < 60; size++) {
            int[] items = IntStream.range(0, size + 2).map(i -> 97 * i % 61).toArray();
            double[] key =
                    Arrays.stream(items).mapToDouble(i -> random.nextInt(9)).toArray();
            var expected = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> key[a] != key[b] ? Double.compare(key[a], key[b]) : items[a] - items[b])
                    .mapToInt(i -> items[i])
                    .toArray();
            double[] keys = Arrays.stream(key, 0, size).sorted().toArray();
            int[] rest = Arrays.copyOfRange(items, size, size + 2);
            Sorting.byKey(items, key, size);
            assertThat(Arrays.copyOf(items, size)).isEqualTo(expected);
            assertThat(Arrays.copyOf(key, size)).isEqualTo(keys);
            assertThat(Arrays.copyOfRange(items, size, size + 2)).isEqualTo(rest);
        }
    }

    @Test
    void books_hold_each_unit_once_at_its_agent_after_any_moves() {
        var problem = Board.tight(1, 60, 4, 1, 0.1);
        var random = new SplittableRandom(1);
        var plan = Board.random(problem, random);
        var books = new Books(problem, plan);
        assertThat(books.plan()).isSameAs(plan);
        for (int move = 0; move < 400; move++) {
            int unit = random.nextInt(problem.units());
            int option = problem.first(unit) + random.nextInt(problem.agents() - move % 3);
            books.move(unit, option);
            assertThat(plan.choice(unit)).isEqualTo(option);
            assertBooks(books, problem.agents());
        }
        plan.set(Board.hidden(problem));
        books.refill();
        assertBooks(books, problem.agents());
    }

    private static void assertBooks(Books books, int agents) {
        for (int a = 0; a < agents; a++) {
            int agent = a;
            int[] members = IntStream.range(0, books.size(a))
                    .map(at -> books.unit(agent, at))
                    .sorted()
                    .toArray();
            int[] expected = IntStream.range(0, books.plan().choices().length)
                    .filter(u -> books.plan().agent(u) == agent)
                    .toArray();
            assertThat(members).isEqualTo(expected);
        }
    }
}
