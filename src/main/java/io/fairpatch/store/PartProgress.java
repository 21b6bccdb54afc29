package io.fairpatch.store;

/**
 * How far a part of a run is.
 *
 * @param jobId the org's job, empty when it is read without one
 * @param locator the page to read next, empty for the first
 * @param delivered rows in the pages before that one
 * @param staged rows kept so far
 * @param refused rows left out so far
 * @param done whether the last page is in
 */
public record PartProgress(
        boolean started,
        String jobId,
        String apiVersion,
        String locator,
        long delivered,
        long staged,
        long refused,
        boolean done) {
    static final PartProgress NONE = new PartProgress(false, "", "", "", 0, 0, 0, false);

    static PartProgress begun(String jobId, String apiVersion) {
        return new PartProgress(true, jobId, apiVersion, "", 0, 0, 0, false);
    }

    PartProgress after(String next, long nowDelivered, long rows, long left) {
        return new PartProgress(
                true, jobId, apiVersion, next, nowDelivered, staged + rows, refused + left, next.isEmpty());
    }

    PartProgress ended() {
        return new PartProgress(started, jobId, apiVersion, "", delivered, staged, refused, true);
    }
}
