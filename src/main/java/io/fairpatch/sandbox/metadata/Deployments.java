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
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
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
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    private final Map<String, Map<String, Object>> retrieved = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();

    /** @param latency how long a deploy takes */
    public Deployments(Org org, Duration latency) {
        this.org = org;
        this.deployer = new Deployer(org);
        this.latency = latency;
    }

    /**
     * Takes up a deploy, which takes hold after the latency; returns its id.
     *
     * @param options as the Metadata API names them, for example checkOnly
     * @throws ApiException INSUFFICIENT_ACCESS when the user may not
     */
    public String deploy(byte[] zip, JsonNode options, String userId) {
        var order = order(zip, options, userId, latency);
        waiting.add(order.id());
        CompletableFuture.delayedExecutor(latency.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> carryOut(order.id()));
        return order.id();
    }

    /** Carries out a deploy at once; why it failed, or its first component did, empty when it succeeded. */
    synchronized Optional<String> deployNow(byte[] zip, JsonNode options, String userId) {
        var id = order(zip, options, userId, Duration.ZERO).id();
        end(id);
        var done = find(id);
        return Optional.ofNullable(done.problem()).or(() -> done.components().stream()
                .map(Component::problem)
                .filter(Objects::nonNull)
                .findFirst());
    }

    private DeployOrder order(byte[] zip, JsonNode options, String userId, Duration wait) {
        if (!org.rights().of(userId).may(General.MODIFY_METADATA)) {
            throw new ApiException(
                    403,
                    "INSUFFICIENT_ACCESS",
                    "Use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions");
        }
        var now = org.clock().instant();
        var users = org.table("User");
        var order = new DeployOrder(
                RecordIds.of(PREFIX, "Fp0", last.incrementAndGet()),
                DeployOptions.of(options),
                zip,
                userId,
                users.find(userId).orElseThrow().text(users.type().require("Name")),
                now,
                now.plus(wait));
        byId.put(order.id(), Deployment.begun(order));
        return order;
    }

    /** Takes up what a deploy with checkOnly found sound; returns the id of the new deploy. */
    public String deployValidated(String id, String userId) {
        var known = RecordIds.normalise(id)
                .filter(byId::containsKey)
                .map(this::find)
                .filter(each -> each.order().options().checkOnly() && each.succeeded())
                .orElseThrow(() ->
                        new ApiException(400, "INVALID_ID_FIELD", "No validation with this id has succeeded: " + id));
        return deploy(known.order().zip(), JsonNodeFactory.instance.objectNode(), userId);
    }

    /** Keeps a deploy from taking hold; false when it has ended already. @throws ApiException NOT_FOUND */
    public synchronized boolean cancel(String id) {
        var known = find(id);
        if (known.isDone()) {
            return false;
        }
        byId.put(known.order().id(), known.cancelled(org.clock().instant()));
        return true;
    }

    /** Carries out a deploy after those that came before it. */
    private synchronized Deployment carryOut(String id) {
        while (waiting.contains(id)) {
            end(waiting.remove());
        }
        return Objects.requireNonNull(byId.get(id));
    }

    private void end(String id) {
        var known = Objects.requireNonNull(byId.get(id));
        if (!known.isDone()) {
            byId.put(id, run(known));
        }
    }

    private Deployment run(Deployment deployment) {
        try {
            var components = deployer.plan(deployment.order().zip());
            apply(deployment.order(), components);
            return deployment.carriedOut(components, null, org.clock().instant());
        } catch (ApiException | IOException e) {
            return deployment.carriedOut(
                    List.of(), String.valueOf(e.getMessage()), org.clock().instant());
        }
    }

    private void apply(DeployOrder order, List<Component> components) throws IOException {
        boolean sound = components.stream().allMatch(each -> each.problem() == null);
        if (!order.options().checkOnly() && (sound || !order.options().rollbackOnError())) {
            org.deployed(order.zip());
            components.stream().filter(each -> each.problem() == null).forEach(each -> each.action()
                    .run());
        }
    }

    /** The options of a deploy. @throws ApiException NOT_FOUND */
    Map<String, Object> options(String id) {
        return find(id).order().options().json();
    }

    /** How a deploy stands now. @throws ApiException NOT_FOUND */
    public Map<String, @Nullable Object> result(String id, boolean details) {
        return find(id).result(details);
    }

    /** A deploy as it stands now: carried out if its time has come. */
    private Deployment find(String id) {
        var known = byId.get(RecordIds.normalise(id).orElse(""));
        if (known == null) {
            throw ApiException.notFound();
        }
        boolean due = !org.clock().instant().isBefore(known.order().due());
        return due ? carryOut(known.order().id()) : known;
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
