package io.fairpatch.salesforce;

import com.sforce.async.AsyncApiException;
import com.sforce.async.BatchInfo;
import com.sforce.async.BulkConnection;
import com.sforce.async.ConcurrencyMode;
import com.sforce.async.ContentType;
import com.sforce.async.JobInfo;
import com.sforce.async.JobStateEnum;
import com.sforce.async.OperationEnum;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.WriteJob;
import io.fairpatch.org.WriteJobStatus;
import io.fairpatch.org.WriteJobStatus.State;
import io.fairpatch.org.WriteResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes by Bulk API 1.0 jobs in serial mode, which 2.0 does not have: the org works on one batch of an object at a time,
 * so that our rows don't lock each other. The org starts on a batch as soon as it has it, so the rows wait here between
 * upload and completion; after a restart in between, make a new job. Thread-safe.
 */
final class SerialUpdate implements OrgWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SerialUpdate.class);

    private final Sessions sessions;
    private final Wsc wsc;
    private final Retries retries;
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    SerialUpdate(Sessions sessions, Wsc wsc, Retries retries) {
        this.sessions = sessions;
        this.wsc = wsc;
        this.retries = retries;
    }

    @Override
    public WriteJob createUpdate(String object) {
        var wanted = new JobInfo();
        wanted.setObject(object);
        wanted.setOperation(OperationEnum.update);
        wanted.setConcurrencyMode(ConcurrencyMode.Serial);
        wanted.setContentType(ContentType.CSV);
        var job = retries.repeat(() -> call("create job", bulk -> bulk.createJob(wanted)));
        return new WriteJob(job.getId(), object, Wsc.VERSION);
    }

    @Override
    public void upload(WriteJob job, List<String> fields, List<Map<String, String>> rows) {
        waiting.put(job.id(), UpdateCsv.of("serial job " + job.id(), fields, rows));
    }

    @Override
    public void complete(WriteJob job) {
        var csv = waiting.get(job.id());
        if (csv == null) {
            throw new IllegalStateException("Serial job " + job.id() + " must be uploaded before it is completed");
        }
        var info = new JobInfo();
        info.setId(job.id());
        info.setContentType(ContentType.CSV);
        retries.onlyOnce(() -> call(
                "add batch to job " + job.id(),
                bulk -> bulk.createBatchFromStream(info, new ByteArrayInputStream(csv))));
        waiting.remove(job.id());
        close(job);
    }

    @Override
    public WriteJobStatus status(WriteJob job) {
        return retries.repeat(() -> {
            var now = call("look at job " + job.id(), bulk -> bulk.getJobStatus(job.id()));
            var batches = batches(job);
            long processed = batches.stream()
                    .mapToLong(BatchInfo::getNumberRecordsProcessed)
                    .sum();
            long failed = batches.stream()
                    .mapToLong(BatchInfo::getNumberRecordsFailed)
                    .sum();
            var error = batches.stream()
                    .map(BatchInfo::getStateMessage)
                    .filter(text -> text != null && !text.isBlank())
                    .findFirst()
                    .orElse(null);
            return new WriteJobStatus(state(now.getState(), batches), processed, failed, error);
        });
    }

    @Override
    public List<WriteResult> results(WriteJob job) {
        return retries.repeat(() -> {
            var fates = new RowFates();
            for (var batch : batches(job)) {
                results(job, batch).forEach(fates::add);
            }
            return fates.all();
        });
    }

    @Override
    public void abort(WriteJob job) {
        waiting.remove(job.id());
        if (!status(job).state().terminal()) {
            retries.repeat(() -> call("abort job " + job.id(), bulk -> bulk.abortJob(job.id())));
        }
    }

    /** An open job is written all the same, and the org closes it by itself in time: not worth failing for. */
    private void close(WriteJob job) {
        try {
            retries.repeat(() -> call("close job " + job.id(), bulk -> bulk.closeJob(job.id())));
        } catch (FairpatchException e) {
            LOG.info("Serial job {} was not closed: {}", job.id(), e.getMessage());
        }
    }

    private List<BatchInfo> batches(WriteJob job) {
        var list = call("list batches of job " + job.id(), bulk -> bulk.getBatchInfoList(job.id()));
        return Arrays.asList(list.getBatchInfo());
    }

    private List<WriteResult> results(WriteJob job, BatchInfo batch) {
        return call("read results of job " + job.id(), bulk -> switch (batch.getState()) {
            case Completed ->
                SerialResults.read(
                        bulk.getBatchRequestInputStream(job.id(), batch.getId()),
                        bulk.getBatchResultStream(job.id(), batch.getId()));
            case NotProcessed -> SerialResults.unprocessed(bulk.getBatchRequestInputStream(job.id(), batch.getId()));
            // a failed batch may have written some of its rows: leaving them out says that nobody knows
            case Failed, Queued, InProgress -> new ArrayList<>();
        });
    }

    private static State state(JobStateEnum job, List<BatchInfo> batches) {
        boolean running = batches.stream().anyMatch(batch -> switch (batch.getState()) {
            case Queued, InProgress -> true;
            case Completed, Failed, NotProcessed -> false;
        });
        if (running) {
            return State.IN_PROGRESS;
        }
        if (job == JobStateEnum.Aborted) {
            return State.ABORTED;
        }
        if (batches.isEmpty()) {
            return State.OPEN;
        }
        boolean done =
                batches.stream().allMatch(batch -> batch.getState() == com.sforce.async.BatchStateEnum.Completed);
        return done ? State.JOB_COMPLETE : State.FAILED;
    }

    private <T> T call(String what, BulkCall<T> call) {
        return wsc.inSession(sessions, session -> {
            try {
                return call.on(new BulkConnection(wsc.config(session)));
            } catch (AsyncApiException e) {
                throw wsc.failure(session, what, e.getExceptionCode(), e.getExceptionMessage(), e);
            } catch (NullPointerException e) {
                // the library unpacks the text of an error, which a broken connection does not have
                var broken = new UncheckedIOException(new IOException("the connection broke", e));
                throw wsc.failure(session, what, null, null, broken);
            }
        });
    }

    /** One call of the library. */
    private interface BulkCall<T> {
        T on(BulkConnection bulk) throws AsyncApiException;
    }
}
