package io.fairpatch.doctor;

import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgLimit;
import io.fairpatch.org.OrgReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One look at org and house: every fact is asked for once, and only when a check wants it. */
final class Examination {
    private final House house;
    private final Lazy<OrgReader> reader;
    private final Lazy<OrgInspector> inspector;
    private final Lazy<OrgIdentity> identity;
    private final Lazy<UserRights> rights;
    private final Lazy<Map<String, OrgLimit>> limits;
    private final Lazy<Set<String>> objects;
    private final Lazy<CopyFacts> copy;
    private final Map<String, Lazy<ObjectSchema>> schemas = new HashMap<>();

    Examination(House house, Supplier<OrgReader> reader, Supplier<OrgInspector> inspector) {
        this.house = house;
        this.reader = new Lazy<>(reader);
        this.inspector = new Lazy<>(inspector);
        this.identity = new Lazy<>(() -> this.reader.get().identity());
        this.rights = new Lazy<>(() -> UserRights.read(inspector(), identity().userId()));
        this.limits = new Lazy<>(() -> this.reader.get().limits());
        this.objects = new Lazy<>(() -> inspector().objects());
        this.copy = new Lazy<>(() -> CopyFacts.read(house.jdbi(), identity().id()));
    }

    House house() {
        return house;
    }

    FairpatchConfig config() {
        return house.config();
    }

    OrgInspector inspector() {
        return inspector.get();
    }

    OrgIdentity identity() {
        return identity.get();
    }

    UserRights rights() {
        return rights.get();
    }

    Map<String, OrgLimit> limits() {
        return limits.get();
    }

    Set<String> objects() {
        return objects.get();
    }

    CopyFacts copy() {
        return copy.get();
    }

    ObjectSchema schema(String object) {
        return schemas.computeIfAbsent(
                        object, name -> new Lazy<>(() -> reader.get().describe(name)))
                .get();
    }

    /** An object that others look up; empty when this user does not see it. */
    Optional<ObjectSchema> parent(String object) {
        return objects().contains(object) ? Optional.of(schema(object)) : Optional.empty();
    }
}
