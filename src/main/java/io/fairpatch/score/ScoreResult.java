package io.fairpatch.score;

import io.fairpatch.model.AccountScore;
import io.fairpatch.model.SalesforceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * All scores of an org.
 *
 * @param scores by account, one for every account
 * @param segments win rates by region and industry, most deals first
 * @param windowEnd last day whose deals count
 */
public record ScoreResult(Map<SalesforceId, AccountScore> scores, List<Segment> segments, LocalDate windowEnd) {
    public ScoreResult {
        scores = Map.copyOf(scores);
        segments = List.copyOf(segments);
    }
}
