package io.fairpatch.sync;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Objects that mapped paths lead to, described when a path asks for them and once only. For one thread. */
final class Parents {
    private final OrgReader reader;
    private final Map<String, Supplier<ObjectSchema>> known = new HashMap<>();
    private final Map<String, Optional<ObjectSchema>> asked = new HashMap<>();

    /** @param described what is described anyway */
    Parents(OrgReader reader, Map<SyncedObject, Supplier<ObjectSchema>> described) {
        this.reader = reader;
        described.forEach((object, schema) -> known.put(object.object(), schema));
    }

    /** Empty when this user does not see the object. */
    Optional<ObjectSchema> describe(String object) {
        return asked.computeIfAbsent(object, this::ask);
    }

    private Optional<ObjectSchema> ask(String object) {
        try {
            var schema = known.get(object);
            return Optional.of(schema == null ? reader.describe(object) : schema.get());
        } catch (FairpatchException e) {
            if (Objects.absent(e.code())) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
