package io.fairpatch.jobs;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.digest.Digest;
import io.fairpatch.review.digest.Digests;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Shows what digests would say, and sends them when somebody asks. Thread-safe. */
@Singleton
public class DigestRounds {
    private final Digests digests;
    private final List<Courier> couriers;
    private final AuditTrail trail;

    public DigestRounds(Digests digests, List<Courier> couriers, AuditTrail trail) {
        this.digests = digests;
        this.couriers = List.copyOf(couriers);
        this.trail = trail;
    }

    private static FairpatchException closed() {
        return Problem.of(ErrorCode.CONFIG_MISSING, "No webhook or mail server is set")
                .at("connector.yml, digest")
                .maybe("set digest.webhook or digest.mail to send digests")
                .exception();
    }

    /** How many a round handed over, and how many the receiver did not take; those are sent with the next. */
    public record Sent(int sent, int failed) {}

    /** Whether a receiver is set. */
    public boolean open() {
        return couriers.stream().anyMatch(Courier::open);
    }

    /** What would be sent now. */
    public List<Digest> preview(SalesforceId org, Person person) {
        Rights.require(person, Action.PROPOSE);
        return digests.now(org);
    }

    /** Sends what {@link #preview} shows. */
    public Sent send(SalesforceId org, Person person) {
        Courier courier = couriers.stream().filter(Courier::open).findFirst().orElseThrow(DigestRounds::closed);
        int sent = 0;
        int failed = 0;
        for (Digest digest : preview(org, person)) {
            if (courier.send(digest)) {
                digests.told(digest);
                sent++;
            } else {
                failed++;
            }
        }
        trail.note(org, person.name(), "digest.send", "digests", Map.of("sent", sent, "failed", failed));
        return new Sent(sent, failed);
    }
}
