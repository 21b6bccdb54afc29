package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.config.ConnectorConfig.Mail;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.review.digest.Digest;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails digests as plain text to the address that the org has of a person; who has none is not told. Thread-safe.
 */
public final class MailCourier implements Courier {
    private static final Logger LOG = LoggerFactory.getLogger(MailCourier.class);
    private static final String PATIENCE_MILLIS = "10000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Supplier<Optional<Post>> post;
    private final Function<Person, Optional<String>> address;
    private final Clock clock;

    /** @param post empty while nothing is mailed, as shipped */
    public MailCourier(Supplier<Optional<Post>> post, Function<Person, Optional<String>> address, Clock clock) {
        this.post = post;
        this.address = address;
        this.clock = clock;
    }

    /** The server that takes mail, and the password to sign in with; null when it asks for none. */
    public record Post(Mail server, @Nullable String password) {
        /** The password is left out. */
        @Override
        public String toString() {
            return "Post " + server.host();
        }
    }

    @Override
    public boolean open() {
        return post.get().isPresent();
    }

    @Override
    public boolean send(Digest digest) {
        Post to = post.get().orElseThrow(() -> Problem.of(ErrorCode.CONFIG_MISSING, "No mail server is set")
                .at("connector.yml, digest.mail")
                .maybe("set it to mail digests")
                .exception());
        Optional<String> known = address.apply(digest.person());
        if (known.isEmpty()) {
            return false;
        }
        try {
            Session session = session(to.server());
            Transport.send(
                    message(session, to.server(), known.get(), digest),
                    to.server().user(),
                    to.password());
            return true;
        } catch (MessagingException e) {
            LOG.warn(
                    "The mail server {} did not take the digest to {}: {}. It goes with the next round.",
                    to.server().host(),
                    digest.person().name(),
                    e.getClass().getSimpleName());
            return false;
        }
    }

    private MimeMessage message(Session session, Mail server, String known, Digest digest) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(server.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(known, true));
        message.setSubject(digest.subject(), UTF_8);
        message.setText(String.join("\n\n", digest.lines()) + "\n", UTF_8);
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(clock.instant()));
        return message;
    }

    private static Session session(Mail server) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", server.host());
        settings.setProperty("mail.smtp.port", String.valueOf(server.port()));
        settings.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        settings.setProperty("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.timeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.writetimeout", PATIENCE_MILLIS);
        settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (server.tls()) {
            case STARTTLS -> {
                settings.setProperty("mail.smtp.starttls.enable", "true");
                settings.setProperty("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> settings.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> settings.setProperty("mail.smtp.starttls.enable", "false");
        }
        return Session.getInstance(settings);
    }
}
