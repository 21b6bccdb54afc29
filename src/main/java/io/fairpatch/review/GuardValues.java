package io.fairpatch.review;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Progress;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the fields under {@code guards:} of the write policy hold, read from the org when a proposal is made: they may be
 * any fields, our copy need not have them.
 */
public final class GuardValues implements RowSink {
    private static final String ACCOUNT = "Account";

    private final Map<SalesforceId, FieldValues> values = new HashMap<>();
    private final List<String> header = new ArrayList<>();
    private final Map<SalesforceId, FieldValues> page = new HashMap<>();

    private GuardValues() {}

    /**
     * Reads them of every account; empty when nothing is guarded.
     *
     * @throws io.fairpatch.error.FairpatchException CONFIG_INVALID when the org has no such field, or hides it from us
     */
    public static Map<SalesforceId, FieldValues> read(OrgReader reader, WritePolicyConfig policy, Progress progress) {
        if (policy.guards().isEmpty()) {
            return Map.of();
        }
        requireKnown(policy, reader.describe(ACCOUNT));
        var sink = new GuardValues();
        String soql = "SELECT Id, " + String.join(", ", policy.guards()) + " FROM " + ACCOUNT;
        reader.query(new BulkQuery(ACCOUNT, soql, false), sink, progress);
        return Map.copyOf(sink.values);
    }

    private static void requireKnown(WritePolicyConfig policy, ObjectSchema schema) {
        List<String> unknown = policy.guards().stream()
                .filter(field ->
                        schema.field(field).map(known -> !known.bulkReadable()).orElse(true))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.of(ErrorCode.CONFIG_INVALID, "The org shows us no Account field " + unknown + " to guard")
                    .at("write-policy.yml, guards")
                    .maybe("check the API names, and that our user may read the fields")
                    .exception();
        }
    }

    @Override
    public void pageStart(List<String> columns) {
        header.clear();
        header.addAll(columns);
        page.clear();
    }

    @Override
    public void row(List<String> cells) {
        var fields = new TreeMap<String, @Nullable String>();
        for (int i = 1; i < cells.size(); i++) {
            fields.put(header.get(i), cells.get(i).isEmpty() ? null : cells.get(i));
        }
        page.put(SalesforceId.of(cells.get(0)), FieldValues.of(fields));
    }

    @Override
    public void pageEnd(int count) {
        values.putAll(page);
    }

    @Override
    public void pageBroken() {
        page.clear();
    }
}
