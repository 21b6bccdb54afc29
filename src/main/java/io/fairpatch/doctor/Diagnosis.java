package io.fairpatch.doctor;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All findings of one look.
 *
 * @param org name of the org, null when sign-in failed
 * @param production whether it is a production org
 */
public record Diagnosis(Instant at, @Nullable String org, boolean production, List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public long count(CheckState state) {
        return findings.stream().filter(finding -> finding.state() == state).count();
    }

    /** The answer first: "Connected to Acme (production). 26 of 28 checks pass." */
    public String sentence() {
        var connected = org == null
                ? "Not connected: sign-in fails."
                : "Connected to " + org + " (" + (production ? "production" : "sandbox") + ").";
        return connected + " " + count(CheckState.PASS) + " of " + findings.size() + " checks pass.";
    }

    /** 0 without a FAIL; 6 when sign-in or a right failed; else 2. */
    public int exitCode() {
        return findings.stream()
                .filter(finding -> finding.state() == CheckState.FAIL)
                .mapToInt(finding -> finding.area().category().exitCode())
                .max()
                .orElse(0);
    }
}
