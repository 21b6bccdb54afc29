package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.time.Duration;

/** How waiting is done: by the clock on the wall, or at once where time is simulated. */
interface Pause {
    Pause REAL = length -> {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.INTERRUPTED, "The commit was interrupted; it resumes where it stands")
                    .exception(e);
        }
    };

    void of(Duration length);
}
