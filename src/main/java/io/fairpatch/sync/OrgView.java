package io.fairpatch.sync;

import io.fairpatch.config.MappingConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.geo.Gazetteer;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The org as this user sees it now, by describe.
 *
 * @param plans what can be read
 * @param unreadable sentences about objects that could not be read and are done without
 * @param time what time the org says it was when this look began
 * @param limits its allocations then, by name
 */
record OrgView(
        List<ReadPlan> plans,
        List<String> unreadable,
        Rates rates,
        MappingConfig.Scope scope,
        Instant time,
        Map<String, OrgLimit> limits) {
    static OrgView look(OrgReader reader, MappingConfig mapping, SideBySide calls) {
        var described = new LinkedHashMap<SyncedObject, Supplier<ObjectSchema>>();
        // alone, before the others go out side by side: an org that takes no more calls is asked once
        var account = reader.describe(SyncedObject.ACCOUNT.object());
        described.put(SyncedObject.ACCOUNT, () -> account);
        var time = calls.call(reader::time);
        var limits = calls.call(reader::limits);
        for (var object : EnumSet.complementOf(EnumSet.of(SyncedObject.ACCOUNT))) {
            described.put(object, calls.call(() -> reader.describe(object.object())));
        }
        var parents = new Parents(reader, described);
        var plans = new ArrayList<ReadPlan>();
        var unreadable = new ArrayList<String>();
        described.forEach((object, schema) -> {
            try {
                plans.add(ReadPlan.of(object, schema.get(), mapping, parents::describe));
            } catch (FairpatchException e) {
                if (!object.optional() || !Objects.absent(e.code())) {
                    throw e.code() == ErrorCode.ORG_REQUEST ? hidden(object, e) : e;
                }
                if (!object.rare()) {
                    unreadable.add(object.object() + " could not be read: " + why(e));
                }
            }
        });
        var rates = RateReading.of(reader, plans.get(0).schema());
        return new OrgView(plans, unreadable, rates, mapping.scope(), time.get(), limits.get());
    }

    private static String why(FairpatchException e) {
        return e.code() == ErrorCode.SYNC_FIELD_MISSING
                ? e.problem().what()
                : "the org has no such object, or this user may not read it";
    }

    private static FairpatchException hidden(SyncedObject object, FairpatchException e) {
        return Problem.of(ErrorCode.ORG_RIGHTS, "This user may not read " + object.object())
                .at(object.object())
                .because(e.problem().what())
                .maybe("assign the permission set Fairpatch Integration to the integration user; ./fairpatch doctor"
                        + " names what else it lacks.")
                .exception(e);
    }

    ReadPlan plan(String object) {
        return plans.stream()
                .filter(plan -> plan.object().object().equals(object))
                .findFirst()
                .orElseThrow();
    }

    /** Changes when the same record would get other values. */
    String shape(ReadPlan plan) {
        var text = plan.shape() + rates + (plan.object() == SyncedObject.ACCOUNT ? scope : "");
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    RowCells cells(ReadPlan plan) {
        return new RowCells(plan, rates, scope, Gazetteer.get());
    }
}
