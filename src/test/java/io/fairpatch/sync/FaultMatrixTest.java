package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fairpatch.error.FairpatchException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of fault that the practice org knows, at every place where a sync calls it: the sync ends with the right
 * rows or with one classified error, and the next one with the right rows.
 */
class FaultMatrixTest {
    /** Where a sync of changes alone calls. */
    private static final String SHORT_LISTS = "GET */queryAll*";

    private static final List<String> SITES = List.of(
            "POST */services/oauth2/token",
            "GET */sobjects/*/describe",
            "GET */limits",
            "POST */jobs/query",
            "GET */jobs/query/*",
            "GET */results*",
            "GET */resultPages*",
            "DELETE */jobs/query/*",
            "GET */query*",
            SHORT_LISTS);
    /** What strikes writes, or changes what the org holds, has tests of its own. */
    private static final Set<String> NOT_OF_READING = Set.of("lock-rows", "reject-rows", "late-commit");

    @TempDir
    static Path folder;

    private static LiveSync live;

    @BeforeAll
    static void start() {
        live = new LiveSync(folder);
        live.sync();
    }

    @AfterAll
    static void stop() {
        live.close();
    }

    static Stream<String> each_kind_at_one_place() throws IOException {
        var all = cases();
        return Stream.iterate(0, i -> i < all.size(), i -> i + SITES.size() + 1).map(all::get);
    }

    static Stream<String> everywhere() throws IOException {
        return cases().stream();
    }

    private static List<String> cases() throws IOException {
        try (var org = new LiveSync(folder)) {
            var cases = new ArrayList<String>();
            var kinds = new ObjectMapper()
                    .readTree(org.control("faults"))
                    .path("kinds")
                    .fieldNames();
            var known = new ArrayList<String>();
            kinds.forEachRemaining(known::add);
            assertThat(known).containsAll(NOT_OF_READING).hasSizeGreaterThanOrEqualTo(22);
            known.forEach(kind -> {
                if (!NOT_OF_READING.contains(kind)) {
                    SITES.forEach(site -> cases.add(kind + " at " + site));
                }
            });
            return cases;
        }
    }

    @ParameterizedTest
    @MethodSource("each_kind_at_one_place")
    void a_fault_ends_in_the_right_rows_or_one_error(String fault) {
        strikes(fault, 1);
        strikes(fault, 50);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    @Tag("long")
    void a_fault_anywhere_ends_in_the_right_rows_or_one_error(String fault) {
        strikes(fault, 1);
        strikes(fault, 50);
    }

    private static void strikes(String fault, int count) {
        var parts = fault.split(" at ", 2);
        live.rest("PATCH", "/Account/" + live.ids("Account").get(count), "{\"Name\":\"" + parts[0] + count + "\"}");
        live.arm("{\"kind\":\"" + parts[0] + "\",\"match\":\"" + parts[1] + "\",\"skip\":1,\"count\":" + count
                + ",\"params\":{\"seconds\":\"0.2\"}}");
        try {
            live.sync(parts[1].equals(SHORT_LISTS) ? SyncRequest.USUAL : new SyncRequest(true, false));
            // or the fault would strike the look at the org as well
            live.disarm();
            assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
        } catch (FairpatchException e) {
            assertThat(e.code().id()).startsWith("FP");
            assertThat(e.problem().advice()).as(e.problem().render()).startsWith("Maybe ");
        } finally {
            live.disarm();
        }
        live.sync(new SyncRequest(true, false));
        assertThat(live.inTheCopy()).isEqualTo(live.inTheOrg());
    }
}
