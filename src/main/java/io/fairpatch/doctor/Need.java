package io.fairpatch.doctor;

/**
 * What one whole run (copy, then a commit of every account) takes from the org's allocations; rounded up on purpose.
 *
 * @param calls API calls: 40 for each of 6 copied objects, one a page of results, two a 200 accounts for guard and
 *     verify, 12 a write job
 * @param queryJobs one a copied object
 * @param batches the org cuts a write into batches of 10,000 rows
 * @param megabytes of bulk results, at 1 kB a row
 */
record Need(long calls, long queryJobs, long batches, long megabytes) {
    private static final long OBJECTS = 6;
    private static final long CALLS_AN_OBJECT = 40;
    private static final long CALLS_A_JOB = 12;
    private static final long IDS_A_CALL = 200;
    private static final long ROWS_A_BATCH = 10_000;
    private static final long ROWS_A_MEGABYTE = 1_000;

    static Need of(Examination it) {
        long accounts = it.copy().accounts();
        long rows = accounts + it.copy().otherRows();
        long pages = up(rows, it.config().connector().sync().pageRows());
        long jobs = up(accounts, it.config().writePolicy().batchRows());
        return new Need(
                OBJECTS * CALLS_AN_OBJECT + pages + 2 * up(accounts, IDS_A_CALL) + CALLS_A_JOB * jobs,
                OBJECTS,
                up(accounts, ROWS_A_BATCH),
                up(rows, ROWS_A_MEGABYTE));
    }

    private static long up(long rows, long each) {
        return (rows + each - 1) / each;
    }
}
