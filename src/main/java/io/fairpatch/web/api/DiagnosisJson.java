package io.fairpatch.web.api;

import io.fairpatch.doctor.CheckState;
import io.fairpatch.doctor.Diagnosis;
import io.fairpatch.doctor.Finding;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor found.
 *
 * @param org name of the org, null when sign-in failed
 * @param checks in their fixed order
 */
@Serdeable
public record DiagnosisJson(
        Instant at,
        @Nullable String org,
        boolean production,
        String sentence,
        long pass,
        long warn,
        long fail,
        List<CheckJson> checks) {
    public DiagnosisJson {
        checks = List.copyOf(checks);
    }

    /**
     * One check.
     *
     * @param state PASS, WARN or FAIL
     * @param mend what to do; null when it passed
     * @param where the place to mend it
     */
    @Serdeable
    public record CheckJson(
            int number,
            String id,
            String area,
            String title,
            String state,
            String what,
            @Nullable String why,
            @Nullable String mend,
            String where) {
        static CheckJson of(Finding finding) {
            return new CheckJson(
                    finding.number(),
                    finding.id(),
                    finding.area().name(),
                    finding.title(),
                    finding.state().name(),
                    finding.what(),
                    finding.why(),
                    finding.mend(),
                    finding.where());
        }
    }

    static DiagnosisJson of(Diagnosis diagnosis) {
        return new DiagnosisJson(
                diagnosis.at(),
                diagnosis.org(),
                diagnosis.production(),
                diagnosis.sentence(),
                diagnosis.count(CheckState.PASS),
                diagnosis.count(CheckState.WARN),
                diagnosis.count(CheckState.FAIL),
                diagnosis.findings().stream().map(CheckJson::of).toList());
    }
}
