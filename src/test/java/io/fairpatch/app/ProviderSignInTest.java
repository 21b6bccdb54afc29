package io.fairpatch.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Role;
import io.fairpatch.access.oidc.Provider;
import io.fairpatch.access.oidc.ProviderSignIn;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People sign in by the org's own OpenID Connect; the sandbox plays the org over HTTP. */
class ProviderSignInTest {
    private static final URI SEEN = URI.create("http://127.0.0.1:8080/sign-in/callback");

    @TempDir
    private Path home;

    private final SecureRandom random = new SecureRandom();
    private final PersonStore people = new PersonStore(Database.jdbi(TestDatabase.fresh()), random);
    private LiveOrg org;
    private SalesforceId orgId;
    private String username;
    private Person rita;

    @BeforeEach
    void a_rep_who_is_a_user_of_the_org() {
        org = LiveOrg.generated(20, 2, home, Clock.systemUTC());
        orgId = SalesforceId.of(
                org.query("SELECT Id FROM Organization").get(0).path("Id").asText());
        var user = org.query("SELECT Id, Username FROM User WHERE IsActive = true AND ManagerId != null LIMIT 1")
                .get(0);
        username = user.path("Username").asText();
        rita = new Person(
                orgId,
                "rita",
                "Rita",
                Set.of(Role.REP),
                SalesforceId.of(user.path("Id").asText()),
                false);
        people.save(rita);
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void the_org_vouches_for_its_user_and_only_for_who_was_added() throws IOException, InterruptedException {
        var signIn = signIn(true, Clock.systemUTC());
        var begun = signIn.begin(SEEN);
        Map<String, String> answer = approve(begun.page(), username);

        assertThat(signIn.finish(
                        orgId, SEEN, begun.ticket(), answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .isEqualTo(rita);

        assertThatThrownBy(() -> signIn.finish(
                        orgId, SEEN, begun.ticket(), answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .as("a code works once")
                .hasMessageContaining("did not vouch");
        var stranger = signIn.begin(SEEN);
        Map<String, String> of = approve(stranger.page(), other());
        assertThatThrownBy(() -> signIn.finish(
                        orgId, SEEN, stranger.ticket(), of.getOrDefault("state", ""), of.getOrDefault("code", "")))
                .hasMessageContaining("Nobody was added here for");
    }

    @Test
    void an_answer_to_another_browser_or_another_sign_in_is_refused() throws IOException, InterruptedException {
        var signIn = signIn(true, Clock.systemUTC());
        var mine = signIn.begin(SEEN);
        var theirs = signIn.begin(SEEN);
        Map<String, String> answer = approve(theirs.page(), username);

        assertThatThrownBy(() -> signIn.finish(
                        orgId, SEEN, mine.ticket(), answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .hasMessageContaining("did not begin the sign-in");
        assertThatThrownBy(() -> signIn.finish(
                        orgId, SEEN, "", answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .hasMessageContaining("did not begin the sign-in");
        // the right state with another nonce and verifier, as if a code were slipped in
        String mixed = theirs.ticket().split("\\.")[0]
                + mine.ticket().substring(mine.ticket().indexOf('.'));
        assertThatThrownBy(() -> signIn.finish(
                        orgId, SEEN, mixed, answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .hasMessageContaining("did not vouch");
    }

    @Test
    void a_token_that_is_old_is_refused() throws IOException, InterruptedException {
        var late = signIn(true, Clock.offset(Clock.systemUTC(), Duration.ofDays(2)));
        var begun = late.begin(SEEN);
        Map<String, String> answer = approve(begun.page(), username);

        assertThatThrownBy(() -> late.finish(
                        orgId, SEEN, begun.ticket(), answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .hasMessageContaining("has expired");
    }

    @Test
    void another_provider_knows_people_by_their_verified_email() throws IOException, InterruptedException {
        var user = org.query("SELECT Email FROM User WHERE Username = '" + username + "'")
                .get(0);
        var email = user.path("Email").asText().toLowerCase(Locale.ROOT);
        var byEmail = new Person(orgId, email, "Rita by mail", Set.of(Role.VIEWER), null, false);
        people.save(byEmail);
        var signIn = signIn(false, Clock.systemUTC());
        var begun = signIn.begin(SEEN);
        Map<String, String> answer = approve(begun.page(), username);

        assertThat(signIn.finish(
                        orgId, SEEN, begun.ticket(), answer.getOrDefault("state", ""), answer.getOrDefault("code", "")))
                .isEqualTo(byEmail);
    }

    private ProviderSignIn signIn(boolean salesforce, Clock clock) {
        var keys = org.signIn();
        var provider = new Provider(
                "Salesforce",
                URI.create(org.url()),
                keys.getOrDefault("FAIRPATCH_ORG_CLIENT_ID", ""),
                keys.get("FAIRPATCH_ORG_CLIENT_SECRET"),
                salesforce,
                null);
        return new ProviderSignIn(() -> Optional.of(provider), people, random, clock);
    }

    private String other() {
        return org.query("SELECT Username FROM User WHERE IsActive = true").stream()
                .map(user -> user.path("Username").asText())
                .filter(name -> !name.equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** What a person does at the org's page: names themselves and allows it. */
    private static Map<String, String> approve(URI page, String user) throws IOException, InterruptedException {
        String form = page.getRawQuery() + "&username=" + URLEncoder.encode(user, StandardCharsets.UTF_8);
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page.resolve("/services/oauth2/authorize"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        String back = URI.create(answer.headers().firstValue("Location").orElseThrow())
                .getRawQuery();
        return Stream.of(String.valueOf(back).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
