package io.fairpatch.watch;

import io.fairpatch.access.Person;
import io.fairpatch.config.CalendarConfig;
import io.fairpatch.config.Edge;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.Vital;
import io.fairpatch.insight.make.VitalSigns;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import io.fairpatch.store.ScoreStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Looks whether anything asks for a new plan. Plans nothing and changes no org. Thread-safe. */
@Singleton
public class Watch {
    private static final String ITSELF = "fairpatch";
    private static final int NAMED = 10;
    private static final int LONGEST_WHY = 500;

    private final Jdbi jdbi;
    private final AlertStore alerts;
    private final VitalSigns signs;
    private final ScoreStore scores;
    private final AuditLog audit;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<Trigger, Edge> edges;

    Watch(
            Jdbi jdbi,
            AlertStore alerts,
            VitalSigns signs,
            ScoreStore scores,
            AuditLog audit,
            CalendarConfig calendar,
            Clock clock) {
        this.jdbi = jdbi;
        this.alerts = alerts;
        this.signs = signs;
        this.scores = scores;
        this.audit = audit;
        this.clock = clock;
        this.zone = ZoneId.of(calendar.timeZone());
        this.edges = Trigger.edges(calendar.triggers());
    }

    /** The triggers that are on, with their edges. */
    public Map<Trigger, Edge> edges() {
        return edges;
    }

    /** What fires, as of the last look; what asks for action before what was dismissed. */
    public List<Alert> firing(SalesforceId org) {
        return alerts.firing(org);
    }

    /** When the org was last looked at. */
    public Optional<Instant> lookedAt(SalesforceId org) {
        return alerts.last(org).map(AlertStore.Look::at);
    }

    /** Looks when there is a new scoring or a new day since the last look; an org without scores is left alone. */
    public void lookIfNew(SalesforceId org) {
        var runs = scores.runs(org);
        if (runs.isEmpty()) {
            return;
        }
        boolean known = alerts.last(org)
                .filter(look -> look.scoreRun() == runs.get(0).id())
                .filter(look -> !look.at().atZone(zone).toLocalDate().isBefore(LocalDate.now(clock.withZone(zone))))
                .isPresent();
        if (!known) {
            look(org);
        }
    }

    /**
     * Looks now. What crossed its edge since the last look is written to the audit log.
     *
     * @throws io.fairpatch.error.FairpatchException NOT_SCORED when the org was never scored
     */
    public List<Alert> look(SalesforceId org) {
        var vitals = signs.of(org);
        var seen = new ArrayList<AlertStore.Seen>();
        edges.forEach((trigger, edge) -> vitals.stream()
                .filter(vital -> trigger.fires(vital, edge))
                .map(vital -> seen(trigger, edge, vital))
                .forEach(seen::add));
        var change = alerts.replace(org, seen, scores.runs(org).get(0).id(), clock.instant());
        note(org, change);
        return alerts.firing(org);
    }

    private static AlertStore.Seen seen(Trigger trigger, Edge edge, Vital vital) {
        return new AlertStore.Seen(
                trigger,
                vital.key(),
                vital.subject(),
                vital.value(),
                trigger.sentence(vital, edge),
                trigger.scenario().orElse(null));
    }

    /** One line a trigger, not one an alert: a bad quarter is one event. */
    private void note(SalesforceId org, AlertStore.Change change) {
        var byTrigger = new LinkedHashMap<Trigger, List<String>>();
        for (AlertStore.Seen one : change.fired()) {
            byTrigger
                    .computeIfAbsent(one.trigger(), trigger -> new ArrayList<>())
                    .add(one.subject());
        }
        byTrigger.forEach(
                (trigger, subjects) -> audit.append(org, ITSELF, "trigger.fire", trigger.title(), details(subjects)));
    }

    /** What is about all books has no name. */
    private static Map<String, Object> details(List<String> subjects) {
        var named = subjects.stream()
                .filter(subject -> !subject.isEmpty())
                .limit(NAMED)
                .toList();
        return named.isEmpty() ? Map.of("count", subjects.size()) : Map.of("count", subjects.size(), "about", named);
    }

    /**
     * Says that nothing is to be done about an alert. It comes back only after it was quiet once.
     *
     * @param why 1 to 500 characters
     * @throws io.fairpatch.error.FairpatchException ALERT_NOT_FOUND when it is quiet or dismissed already
     */
    public Alert dismiss(SalesforceId org, long id, String why, Person who) {
        String reason = why.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A reason must have 1 to " + LONGEST_WHY + " characters")
                    .at("why")
                    .maybe("say in a few words why nothing is to be done")
                    .exception();
        }
        return jdbi.inTransaction(handle -> {
            var alert = alerts.dismiss(handle, org, id, who.name(), reason, clock.instant())
                    .orElseThrow(() -> Problem.of(ErrorCode.ALERT_NOT_FOUND, "There is no open alert " + id)
                            .because("it fell quiet, or somebody dismissed it")
                            .maybe("look at the list again")
                            .exception());
            audit.append(
                    handle,
                    org,
                    who.name(),
                    "trigger.dismiss",
                    alert.trigger().title(),
                    Map.of("about", alert.subject(), "why", reason));
            return alert;
        });
    }
}
