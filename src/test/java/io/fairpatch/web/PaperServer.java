package io.fairpatch.web;

import io.fairpatch.access.ApiTokens;
import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.app.wiring.Environment;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.jobs.CurrentOrg;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ProposalService;
import io.fairpatch.store.TestDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The whole service on a real database and a real port, with an org on paper and one draft proposal in it. */
final class PaperServer implements AutoCloseable {
    private static final String PASSWORD = "practice-only-1";
    /** As the product keeps it, but of few rounds: its own are slow on purpose, and tests sign in a hundred times. */
    private static final String HASH = hashed(1_000);

    private final ApplicationContext context;
    private final EmbeddedServer server;
    private String proposal;
    private final Set<String> withPassword = new HashSet<>();

    PaperServer() {
        this(PaperPlan.policy());
    }

    PaperServer(WritePolicyConfig policy) {
        this(policy, false);
    }

    /** @param production whether the org is one that people work in, and not the demo's */
    PaperServer(WritePolicyConfig policy, boolean production) {
        this(policy, production, ConfigLoader.shipped(ConfigPart.CALENDAR));
    }

    PaperServer(WritePolicyConfig policy, boolean production, CalendarConfig calendar) {
        var org = new PaperOrg(production);
        var plan = new PaperPlan();
        plan.accounts().forEach(account -> org.put(account.id(), account.name()));
        context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "fairpatch.test.paper-org",
                        "true",
                        "fairpatch.demo",
                        String.valueOf(!production),
                        "fairpatch.demo-people",
                        List.of("olga:" + PASSWORD + ":ops", "otto:" + PASSWORD + ":ops"),
                        "micronaut.server.port",
                        "-1"))
                .singletons(TestDatabase.fresh(), config(policy, calendar), org, new Environment(Map.of()))
                .start();
        context.getBean(CurrentOrg.class).connect();
        person("olga", "Olga Petrova", Role.OPS);
        person("otto", "Otto Brandt", Role.OPS);
        person("anton", "Anton Admin", Role.ADMIN);
        person("vera", "Vera Viewer", Role.VIEWER);
        person("aida", "Aida Approver", Role.APPROVER);
        person("rita", "Rita Rep", Role.REP, PaperPlan.FIRST_REP);
        person("mona", "Mona Manager", Role.MANAGER, PaperPlan.EAST);
        person("milo", "Milo Manager", Role.MANAGER, PaperPlan.WEST);
        proposal = propose(policy, plan);
        context.getBean(Jobs.class).start();
        server = context.getBean(EmbeddedServer.class).start();
    }

    URI uri(String path) {
        return server.getURI().resolve(path);
    }

    /** The newest proposal. */
    String proposal() {
        return proposal;
    }

    /** Makes the same proposal once more, as a draft. */
    String proposeAgain() {
        proposal = propose(PaperPlan.policy(), new PaperPlan());
        return proposal;
    }

    private String propose(WritePolicyConfig policy, PaperPlan plan) {
        return context.getBean(ProposalService.class)
                .create(plan.draft(policy), Person.system(PaperOrg.ID))
                .id();
    }

    /** A part of the service, to put data into it. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** The password of a person, who has one from the first call on. */
    String password(String name) {
        if (withPassword.add(name)) {
            context.getBean(Jdbi.class)
                    .useHandle(h -> h.execute(
                            "UPDATE person SET password_hash = ? WHERE org_id = ? AND name = ?",
                            HASH,
                            PaperOrg.ID.value(),
                            name));
        }
        return PASSWORD;
    }

    private static String hashed(int rounds) {
        byte[] salt = "paper server".getBytes(StandardCharsets.UTF_8);
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salt, rounds, 256))
                    .getEncoded();
            var encoder = Base64.getEncoder();
            return "pbkdf2-sha256$" + rounds + "$" + encoder.encodeToString(salt) + "$" + encoder.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A token for the API. */
    String token(String name) {
        var person = context.getBean(PersonStore.class).find(PaperOrg.ID, name).orElseThrow();
        return context.getBean(ApiTokens.class).issue(person, "test", Duration.ofHours(1));
    }

    @Override
    public void close() {
        server.close();
        context.close();
    }

    private void person(String name, String shown, Role role) {
        person(name, shown, role, null);
    }

    private void person(String name, String shown, Role role, @Nullable SalesforceId user) {
        context.getBean(PersonStore.class)
                .save(new Person(PaperOrg.ID, name, shown, Set.of(role), user, role == Role.MANAGER));
    }

    private static FairpatchConfig config(WritePolicyConfig policy, CalendarConfig calendar) {
        return new FairpatchConfig(
                ConfigLoader.shipped(ConfigPart.CONNECTOR),
                ConfigLoader.shipped(ConfigPart.MAPPING),
                ConfigLoader.shipped(ConfigPart.SCORING),
                ConfigLoader.shipped(ConfigPart.COVERAGE),
                ConfigLoader.shipped(ConfigPart.PLANNING),
                policy,
                calendar);
    }
}
