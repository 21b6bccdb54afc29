package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.fairpatch.access.PersonStore;
import io.fairpatch.config.ConnectorConfig.Mail;
import io.fairpatch.config.ConnectorConfig.Tls;
import io.fairpatch.jobs.AuditTrail;
import io.fairpatch.jobs.DigestRounds;
import io.fairpatch.jobs.MailCourier;
import io.fairpatch.review.digest.Digests;
import io.fairpatch.review.digest.MailAddresses;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Digests by mail, to a real mail server: shown first, each to its own address, signed in, and again when it failed. */
@Tag("H16")
class MailTest {
    private static final String SECRET = "canary-mail-77";

    @Test
    void a_digest_reaches_its_own_address_and_what_was_not_taken_goes_with_the_next_round() throws Exception {
        var post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        post.setUser("territories@example.com", "mailer", SECRET);
        post.start();
        try (var server = new PaperServer()) {
            var olga = new Visitor(server, "olga");
            olga.post("/proposals/" + server.proposal() + "/submit", Map.of());
            address(server, PaperPlan.EAST.value(), "mona@example.com");
            var ops = server.part(PersonStore.class).find(PaperOrg.ID, "olga").orElseThrow();
            assertThat(olga.get("/digests").body()).contains("to Mona Manager", "Nothing is sent until");

            var refused = rounds(server, mail(post, "mailer"), "wrong").send(PaperOrg.ID, ops);
            assertThat(refused.sent()).isZero();
            assertThat(refused.failed()).isPositive();
            assertThat(post.getReceivedMessages()).isEmpty();

            rounds(server, mail(post, "mailer"), SECRET).send(PaperOrg.ID, ops);

            var message = post.getReceivedMessages()[0];
            assertThat(post.getReceivedMessages())
                    .as("only Mona has an address")
                    .hasSize(1);
            assertThat(message.getAllRecipients()).extracting(Object::toString).containsExactly("mona@example.com");
            assertThat(message.getSubject()).isEqualTo("Moves wait for you");
            assertThat(message.getContent().toString())
                    .contains("wait for your word")
                    .doesNotContain(SECRET);
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        } finally {
            post.stop();
        }
    }

    private static DigestRounds rounds(PaperServer server, Mail mail, @Nullable String password) {
        var courier = new MailCourier(
                () -> Optional.of(new MailCourier.Post(mail, password)),
                server.part(MailAddresses.class)::of,
                Clock.systemUTC());
        return new DigestRounds(server.part(Digests.class), List.of(courier), server.part(AuditTrail.class));
    }

    private static Mail mail(GreenMail post, String user) {
        return new Mail("127.0.0.1", post.getSmtp().getPort(), Tls.NONE, "territories@example.com", user, null);
    }

    private static void address(PaperServer server, String user, String mail) {
        server.part(Jdbi.class).useHandle(h -> h.createUpdate(
                        "INSERT INTO org_user (org_id, id, name, email, active, languages, clearances, system_modstamp)"
                                + " VALUES (:org, :id, 'Mona Manager', :mail, true, '{}', '{}', now())")
                .bind("org", PaperOrg.ID.value())
                .bind("id", user)
                .bind("mail", mail)
                .execute());
    }
}
