package io.fairpatch.doctor;

import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgIdentity;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks an installation and its org over. Reads alone: it writes nothing, ever. Thread-safe. */
public final class Doctor {
    private static final List<Check> CHECKS = Stream.of(
                    SignInChecks.all(),
                    RightsChecks.all(),
                    FieldChecks.all(),
                    RuleChecks.all(),
                    LimitChecks.all(),
                    WritingChecks.all(),
                    ServiceChecks.all(),
                    ShareChecks.all())
            .flatMap(List::stream)
            .toList();

    private final House house;
    private final Supplier<OrgReader> reader;
    private final Supplier<OrgInspector> inspector;

    /** The org's two sides are suppliers: that it can't even be opened is a finding too. */
    public Doctor(House house, Supplier<OrgReader> reader, Supplier<OrgInspector> inspector) {
        this.house = house;
        this.reader = reader;
        this.inspector = inspector;
    }

    /** Makes every check; a few seconds with a real org. Never throws for what it finds. */
    public Diagnosis examine() {
        var examination = new Examination(house, reader, inspector);
        var identity = identity(examination);
        var findings = new ArrayList<Finding>();
        for (Check check : CHECKS) {
            findings.add(Finding.of(findings.size() + 1, check, verdict(check, examination, identity.isPresent())));
        }
        return new Diagnosis(
                house.clock().instant(),
                identity.map(OrgIdentity::name).orElse(null),
                identity.map(OrgIdentity::production).orElse(false),
                findings);
    }

    private static Optional<OrgIdentity> identity(Examination examination) {
        try {
            return Optional.of(examination.identity());
        } catch (FairpatchException e) {
            return Optional.empty();
        }
    }

    private static Verdict verdict(Check check, Examination examination, boolean signedIn) {
        if (check.needsOrg() && !signedIn) {
            return Verdict.warn("Not checked.", "Sign-in fails (check 1).", "Mend check 1, then look again.");
        }
        try {
            return check.look().apply(examination);
        } catch (FairpatchException e) {
            return Verdict.of(e.problem());
        }
    }
}
