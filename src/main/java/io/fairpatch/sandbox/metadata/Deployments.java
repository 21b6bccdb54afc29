package io.fairpatch.sandbox.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Rights.General;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The deploys into an org, whichever API they came by. Thread-safe. */
public final class Deployments {
    private static final String PREFIX = "0Af";

    private final Org org;
    private final Deployer deployer;
    private final Duration latency;
    private final Map<String, Deployment> byId = new ConcurrentHashMap<>();
    private final Map<String, byte[]> validated = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> retrieved = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** @param latency how long a deploy seems to take */
    public Deployments(Org org, Duration latency) {
        this.org = org;
        this.deployer = new Deployer(org);
        this.latency = latency;
    }

    /**
     * Carries out a deploy; returns its id.
     *
     * @param options as the Metadata API names them, for example checkOnly
     * @throws ApiException INSUFFICIENT_ACCESS when the user may not
     */
    public String deploy(byte[] zip, JsonNode options, String userId) throws IOException {
        if (!org.rights().of(userId).may(General.MODIFY_METADATA)) {
            throw new ApiException(
                    403,
                    "INSUFFICIENT_ACCESS",
                    "Use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions");
        }
        var deployment = run(zip, DeployOptions.of(options), userId);
        byId.put(deployment.id(), deployment);
        if (deployment.options().checkOnly() && deployment.succeeded()) {
            validated.put(deployment.id(), zip);
        }
        return deployment.id();
    }

    /** Carries out what a deploy with checkOnly found sound; returns the id of the new deploy. */
    public String deployValidated(String id, String userId) throws IOException {
        var zip = validated.get(RecordIds.normalise(id).orElse(""));
        if (zip == null) {
            throw new ApiException(400, "INVALID_ID_FIELD", "No validation with this id has succeeded: " + id);
        }
        return deploy(zip, JsonNodeFactory.instance.objectNode(), userId);
    }

    /** Whether a deploy is over, so that it cannot be cancelled. @throws ApiException NOT_FOUND */
    public boolean isDone(String id) {
        return find(id).isDone(org.clock().instant());
    }

    private synchronized Deployment run(byte[] zip, DeployOptions options, String userId) throws IOException {
        List<Component> components = List.of();
        String problem = null;
        try {
            components = deployer.plan(zip);
        } catch (ApiException e) {
            problem = e.getMessage();
        }
        boolean sound = components.stream().allMatch(each -> each.problem() == null);
        if (problem == null && !options.checkOnly() && (sound || !options.rollbackOnError())) {
            org.deployed(zip);
            components.stream().filter(each -> each.problem() == null).forEach(each -> each.action()
                    .run());
        }
        var now = org.clock().instant();
        var users = org.table("User");
        return new Deployment(
                RecordIds.of(PREFIX, "Fp0", last.incrementAndGet()),
                options,
                components,
                problem,
                userId,
                users.find(userId).orElseThrow().text(users.type().require("Name")),
                now,
                now.plus(latency));
    }

    /** The options of a deploy. @throws ApiException NOT_FOUND */
    Map<String, Object> options(String id) {
        return find(id).options().json();
    }

    /** How a deploy stands now. @throws ApiException NOT_FOUND */
    public Map<String, @Nullable Object> result(String id, boolean details) {
        return find(id).result(details, org.clock().instant());
    }

    /** Why a deploy failed, or its first component did; empty when it succeeded. */
    Optional<String> problem(String id) {
        var deployment = find(id);
        return Optional.ofNullable(deployment.problem()).or(() -> deployment.components().stream()
                .map(Component::problem)
                .filter(Objects::nonNull)
                .findFirst());
    }

    private Deployment find(String id) {
        var deployment = byId.get(RecordIds.normalise(id).orElse(""));
        if (deployment == null) {
            throw ApiException.notFound();
        }
        return deployment;
    }

    /**
     * Collects components into a package; returns its id.
     *
     * @param list the element that names them, as package.xml does
     */
    public String retrieve(Element list, String version) throws IOException {
        var retrieval = new Retrieval(new Sources(org), new MetadataList(org), deployer.kept());
        retrieval.collect(PackageList.of(list), version);
        var id = RecordIds.of("09S", "Fp0", last.incrementAndGet());
        var answer = new LinkedHashMap<String, Object>();
        answer.put("done", true);
        answer.put("fileProperties", retrieval.found());
        answer.put("id", id);
        answer.put("messages", retrieval.messages());
        answer.put("status", "Succeeded");
        answer.put("success", true);
        answer.put("zipFile", Base64.getEncoder().encodeToString(retrieval.zip()));
        retrieved.put(id, answer);
        return id;
    }

    /** What a retrieve brought. @throws ApiException NOT_FOUND */
    public Map<String, Object> retrieved(String id) {
        return Optional.ofNullable(retrieved.get(RecordIds.normalise(id).orElse("")))
                .orElseThrow(ApiException::notFound);
    }

    /** What readMetadata answers for one component: its elements, empty when it is not there. */
    public Optional<String> read(String type, String fullName) {
        return new Sources(org).of(type, fullName);
    }

    /** What describeMetadata answers. */
    public Map<String, Object> describe() {
        return MetadataType.describe();
    }

    /** What listMetadata answers for a type of component. */
    public List<Map<String, Object>> list(String type) {
        return new MetadataList(org).of(type, deployer.kept().keySet());
    }
}
