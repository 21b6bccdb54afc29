package io.fairpatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.app.wiring.Environment;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OrgStartTest {
    @Test
    void the_org_is_there_once_it_has_started() {
        var go = new CountDownLatch(1);
        var start = OrgStart.begin(() -> {
            awaitQuietly(go);
            return DemoOrg.running("https://example.invalid", new Environment(Map.of()));
        });

        go.countDown();

        assertThat(start.await().url()).isEqualTo("https://example.invalid");
        start.close();
        start.close();
    }

    @Test
    void why_an_org_does_not_start_is_said_as_it_was_and_there_is_nothing_to_close() {
        var refusal = Problem.of(ErrorCode.FILE_INVALID, "No such data").exception();
        var start = OrgStart.begin(() -> {
            throw refusal;
        });

        assertThatThrownBy(start::await).isSameAs(refusal);
        start.close();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
