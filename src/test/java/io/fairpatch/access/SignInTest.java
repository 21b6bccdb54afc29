package io.fairpatch.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.Database;
import io.fairpatch.store.TestDatabase;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private static final SalesforceId ORG = SalesforceId.of("00D000000000001");
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String PASSWORD = "correct horse";

    private final Jdbi jdbi = Database.jdbi(TestDatabase.fresh());
    private final SecureRandom random = new SecureRandom();
    private final Person ada = new Person(ORG, "ada", "Ada", Set.of(Role.OPS), null, false);
    private final PersonStore people = new PersonStore(jdbi, random);

    @BeforeEach
    void a_person_with_a_password() {
        people.save(ada);
        people.setPassword(ada, PASSWORD.toCharArray());
    }

    @Test
    void only_the_right_password_signs_in_and_it_is_kept_only_as_a_slow_hash() {
        assertThat(at(START).signIn(ORG, " Ada ", PASSWORD.toCharArray())).isEqualTo(ada);
        refused("wrong password", "ada");
        refused(PASSWORD, "nobody");

        String kept = jdbi.withHandle(h -> h.createQuery("SELECT password_hash FROM person")
                .mapTo(String.class)
                .one());
        assertThat(kept).startsWith("pbkdf2-sha256$600000$").doesNotContain("horse");
    }

    @Test
    void everyone_with_a_password_of_their_own_has_a_salt_of_their_own() {
        Person bea = another("bea");
        people.setPassword(bea, PASSWORD.toCharArray());

        assertThat(hashes())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(kept -> kept.startsWith("pbkdf2-sha256$600000$"));
        assertThat(at(START).signIn(ORG, "bea", PASSWORD.toCharArray())).isEqualTo(bea);
    }

    @Test
    void made_up_people_share_one_hash_which_is_as_slow_and_signs_each_of_them_in() {
        Person bea = another("bea");
        String token = new Sessions(jdbi, clock(START), random).open(bea);

        people.setSharedPassword(List.of(ada, bea), "made up for both".toCharArray());

        assertThat(hashes().stream().distinct()).singleElement().asString().startsWith("pbkdf2-sha256$600000$");
        assertThat(at(START).signIn(ORG, "ada", "made up for both".toCharArray()))
                .isEqualTo(ada);
        assertThat(at(START).signIn(ORG, "bea", "made up for both".toCharArray()))
                .isEqualTo(bea);
        refused(PASSWORD, "ada");
        assertThat(new Sessions(jdbi, clock(START), random).find(token)).isEmpty();
        assertThatThrownBy(() -> people.setSharedPassword(List.of(bea), "too short".toCharArray()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void failures_in_a_row_make_the_name_wait_even_with_the_right_password() {
        for (int i = 0; i <= SignInThrottle.FREE_FAILURES; i++) {
            refused("wrong password", "ada");
        }

        assertThatThrownBy(() -> at(START.plusSeconds(29)).signIn(ORG, "ada", PASSWORD.toCharArray()))
                .hasMessageContaining("try again in 1 seconds");
        assertThat(at(START.plusSeconds(31)).signIn(ORG, "ada", PASSWORD.toCharArray()))
                .isEqualTo(ada);
        assertThat(SignInThrottle.waitAfter(40)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_session_ends_by_time_by_sign_out_and_by_a_new_password() {
        var sessions = new Sessions(jdbi, clock(START), random);
        String token = sessions.open(ada);
        assertThat(sessions.find(token)).contains(ada);
        assertThat(new Sessions(jdbi, clock(START.plus(Sessions.LIFETIME)), random).find(token))
                .isEmpty();
        String kept = jdbi.withHandle(h -> h.createQuery("SELECT token_digest FROM session")
                .mapTo(String.class)
                .one());
        assertThat(kept).isNotEqualTo(token);

        sessions.close(token);
        assertThat(sessions.find(token)).isEmpty();

        String second = sessions.open(ada);
        people.setPassword(ada, "another long one".toCharArray());
        assertThat(sessions.find(second)).isEmpty();
    }

    @Test
    void an_api_token_speaks_for_its_person_alone() {
        var tokens = new ApiTokens(jdbi, clock(START), random);
        people.save(new Person(ORG, "bob", "Bob", Set.of(Role.ADMIN), null, false));
        String token = tokens.issue(ada, "ci", Duration.ofDays(1));

        assertThat(tokens.check(ORG, "ada", token)).isEqualTo(ada);
        assertThatThrownBy(() -> tokens.check(ORG, "bob", token)).hasMessageContaining("does not belong to bob");
        tokens.revokeAll(ada);
        assertThatThrownBy(() -> tokens.check(ORG, "ada", token)).isInstanceOf(FairpatchException.class);
    }

    private void refused(String password, String name) {
        assertThatThrownBy(() -> at(START).signIn(ORG, name, password.toCharArray()))
                .isInstanceOfSatisfying(
                        FairpatchException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ACCESS_SIGN_IN))
                .hasMessageContaining("The name or the password is wrong");
    }

    private SignIn at(Instant now) {
        return new SignIn(jdbi, clock(now), random);
    }

    private Person another(String name) {
        var person = new Person(ORG, name, name, Set.of(Role.OPS), null, false);
        people.save(person);
        return person;
    }

    private List<String> hashes() {
        return jdbi.withHandle(h -> h.createQuery("SELECT password_hash FROM person")
                .mapTo(String.class)
                .list());
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
