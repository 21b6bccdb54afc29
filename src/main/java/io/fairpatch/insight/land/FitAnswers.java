package io.fairpatch.insight.land;

import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The answers to the opening questions, kept with who gave them and when. Thread-safe. */
@Singleton
public class FitAnswers {
    /** Characters an answer may have. */
    public static final int LONGEST = 1_000;

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;

    public FitAnswers(Jdbi jdbi, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is asked before territories are drawn. */
    public enum Question {
        MODEL("How are territories drawn today?"),
        QUOTAS("Are quotas fair?"),
        COUNTS("How many accounts has a rep?"),
        HISTORY("Is there enough history?"),
        TRIGGERS("What would set off a rebalance?");

        private final String words;

        Question(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** What a person said. */
    public record Answer(String text, String by, Instant at) {}

    public Map<Question, Answer> list(SalesforceId org) {
        return jdbi.withHandle(handle -> list(handle, org));
    }

    static Map<Question, Answer> list(Handle handle, SalesforceId org) {
        var answers = new EnumMap<Question, Answer>(Question.class);
        handle.createQuery("SELECT * FROM fit_answer WHERE org_id = :org")
                .bind("org", org.value())
                .map((row, context) -> Map.entry(
                        Question.valueOf(row.getString("question")),
                        new Answer(
                                row.getString("answer"),
                                row.getString("answered_by"),
                                row.getTimestamp("answered_at").toInstant())))
                .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
        return answers;
    }

    /** Keeps the answers given; an empty one takes the answer back, one that stays the same keeps its author. */
    public void keep(SalesforceId org, Map<Question, String> given, String person) {
        jdbi.useTransaction(handle -> {
            var before = list(handle, org);
            given.forEach((question, text) -> {
                Answer known = before.get(question);
                if (!text.equals(known == null ? "" : known.text())) {
                    keep(handle, org, question, text, person);
                    audit.append(handle, org, person, "fit.answer", question.words(), Map.of("answer", text));
                }
            });
        });
    }

    private void keep(Handle handle, SalesforceId org, Question question, String text, String person) {
        String sql = text.isEmpty()
                ? "DELETE FROM fit_answer WHERE org_id = :org AND question = :question"
                : """
                INSERT INTO fit_answer (org_id, question, answer, answered_by, answered_at)
                VALUES (:org, :question, :answer, :by, :at)
                ON CONFLICT (org_id, question) DO UPDATE
                SET answer = excluded.answer, answered_by = excluded.answered_by, answered_at = excluded.answered_at
                """;
        var update = handle.createUpdate(sql).bind("org", org.value()).bind("question", question.name());
        if (!text.isEmpty()) {
            update.bind("answer", text).bind("by", person).bind("at", clock.instant());
        }
        update.execute();
    }
}
