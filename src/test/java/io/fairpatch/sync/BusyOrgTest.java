package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People go on working in the org while it is copied: in the end no row is missing and none is there twice. */
class BusyOrgTest {
    private static final int ROUNDS = 3;
    private static final int CHANGES = 25;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_copy_ends_equal_to_the_org(int seed) {
        work(seed);
    }

    @ParameterizedTest
    @Tag("long")
    @MethodSource("fifty")
    void the_copy_ends_equal_to_the_org_for_many_seeds(int seed) {
        work(seed);
    }

    @Test
    void what_was_written_in_one_burst_just_before_a_sync_is_in_the_copy() {
        try (var live = new LiveSync(folder)) {
            live.sync();
            var records = live.ids("Account").stream()
                    .map(id -> "{\"attributes\":{\"type\":\"Account\"},\"id\":\"" + id
                            + "\",\"Name\":\"New name\",\"AnnualRevenue\":7}")
                    .collect(Collectors.joining(",", "[", "]"));

            live.together("PATCH", "{\"records\":" + records + "}");
            live.sync();

            assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
        }
    }

    static IntStream fifty() {
        return IntStream.rangeClosed(1, 50);
    }

    private void work(int seed) {
        try (var live = new LiveSync(folder)) {
            live.sync();
            var dice = new Random(seed);
            for (int round = 0; round < ROUNDS; round++) {
                var people = CompletableFuture.runAsync(() -> change(live, dice));
                live.sync(new SyncRequest(dice.nextInt(4) == 0, true));
                people.join();
            }
            live.sync();
            assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
            assertThat(live.store.lastRun(live.org())).isPresent();
        }
    }

    private static void change(LiveSync live, Random dice) {
        List<String> accounts = new ArrayList<>(live.ids("Account"));
        for (int i = 0; i < CHANGES; i++) {
            var id = accounts.get(dice.nextInt(accounts.size()));
            switch (dice.nextInt(5)) {
                case 0 -> live.rest("POST", "/Account", "{\"Name\":\"New " + i + "\"}");
                case 1 -> {
                    live.deleteAccount(id);
                    accounts.remove(id);
                }
                case 2 -> {
                    var other = accounts.get(dice.nextInt(accounts.size()));
                    if (!other.equals(id)) {
                        live.soap("<merge><request><masterRecord><type>Account</type><Id>" + id
                                + "</Id></masterRecord><recordToMergeIds>" + other
                                + "</recordToMergeIds></request></merge>");
                        accounts.remove(other);
                    }
                }
                default ->
                    live.rest(
                            "PATCH", "/Account/" + id, "{\"Name\":\"Changed " + i + "\",\"AnnualRevenue\":" + i + "}");
            }
        }
    }
}
