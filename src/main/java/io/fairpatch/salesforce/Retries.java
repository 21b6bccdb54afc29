package io.fairpatch.salesforce;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.util.function.Supplier;

/** Repeats calls that met a passing fault, with growing, jittered waits, and turns what is left into a problem. */
final class Retries {
    private static final double JITTER = 0.25;

    private final RetryPolicy<Object> passing;
    private final RetryPolicy<Object> refused;

    Retries(Pace pace) {
        passing = policy(pace)
                .handleIf((Throwable e) ->
                        e instanceof RemoteException r && r.kind().passing())
                .build();
        refused = policy(pace)
                .handleIf((Throwable e) -> e instanceof RemoteException r
                        && r.kind().passing()
                        && !r.failure().doubt())
                .build();
    }

    private static dev.failsafe.RetryPolicyBuilder<Object> policy(Pace pace) {
        return RetryPolicy.builder()
                .withBackoff(pace.firstDelay(), pace.mostDelay())
                .withJitter(JITTER)
                .withMaxAttempts(pace.attempts());
    }

    /** For calls that may be sent twice. */
    <T> T repeat(Supplier<T> call) {
        try {
            return run(passing, call);
        } catch (RemoteException e) {
            throw e.failure().problem().exception(e);
        }
    }

    /**
     * For a call that must not be sent twice: repeated only when it was plainly refused or never left.
     *
     * @throws FairpatchException ORG_ANSWER_LOST when it may have been carried out
     */
    void onlyOnce(Runnable call) {
        try {
            run(refused, () -> {
                call.run();
                return true;
            });
        } catch (RemoteException e) {
            throw (e.failure().doubt() ? lost(e.failure()) : e.failure().problem()).exception(e);
        }
    }

    private static Problem lost(RemoteFailure failure) {
        var problem = Problem.of(
                        ErrorCode.ORG_ANSWER_LOST, failure.what() + " Whether the org carried it out isn't known.")
                .at(failure.where())
                .maybe("read the job and the records back before sending anything again");
        return failure.why().isBlank() ? problem : problem.because(failure.why());
    }

    private static <T> T run(RetryPolicy<Object> policy, Supplier<T> call) {
        try {
            return Failsafe.with(policy).get(call::get);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw Wire.interrupted("waiting to try again", e);
        }
    }
}
