package io.fairpatch.insight.land;

import io.fairpatch.insight.land.FitAnswers.Answer;
import io.fairpatch.insight.land.FitAnswers.Question;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known beside accounts and deals.
 *
 * @param techStack by account
 * @param source where a deal came from, by opportunity
 * @param persona the buyer's role, or title, by opportunity
 * @param touches days of tasks and events, the oldest first, by account
 * @param sold what each product brought in won deals, cents, by account
 * @param answers to the opening questions
 * @param equity how territories stood after earlier scorings, the oldest first
 * @param written the plan that was written last, null when none was
 */
public record Signals(
        Map<SalesforceId, String> techStack,
        Map<SalesforceId, String> source,
        Map<SalesforceId, String> persona,
        Map<SalesforceId, List<LocalDate>> touches,
        Map<SalesforceId, Map<String, Long>> sold,
        Map<Question, Answer> answers,
        List<EquityRecord> equity,
        @Nullable WrittenPlan written) {
    /** Nothing known. */
    public static final Signals NONE =
            new Signals(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of(), null);

    public Signals {
        techStack = Map.copyOf(techStack);
        source = Map.copyOf(source);
        persona = Map.copyOf(persona);
        touches = Map.copyOf(touches);
        sold = Map.copyOf(sold);
        answers = Map.copyOf(answers);
        equity = List.copyOf(equity);
    }
}
