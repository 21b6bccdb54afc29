package io.fairpatch.org;

import io.fairpatch.model.Progress;
import java.util.OptionalLong;

/** An org that needs no job to be read in bulk, and answers nothing by a short call. */
public abstract class JoblessOrg implements OrgReader {
    @Override
    public QueryJob start(BulkQuery query) {
        return new QueryJob(query, "", "", "", 0);
    }

    @Override
    public OptionalLong readShort(BulkQuery query, int most, RowSink sink, Progress progress) {
        return OptionalLong.empty();
    }

    @Override
    public void discard(QueryJob job) {}
}
