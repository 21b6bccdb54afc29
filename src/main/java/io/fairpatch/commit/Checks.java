package io.fairpatch.commit;

import io.fairpatch.model.Counts;
import io.fairpatch.model.Progress;
import io.fairpatch.org.OrgConnection;
import java.util.List;

/** Looks at rows in the org: before they are written, and after. */
final class Checks {
    private final Ledger ledger;
    private final OrgConnection org;
    private final Companions companions;
    private final Progress progress;

    Checks(Ledger ledger, OrgConnection org, Companions companions, Progress progress) {
        this.ledger = ledger;
        this.org = org;
        this.companions = companions;
        this.progress = progress;
    }

    /** Reads rows to be written and keeps the verdict; those that are still as planned on are left. */
    List<WriteIntent> guard(List<WriteIntent> planned) {
        progress.stage("Checking " + Counts.of(planned.size(), "account", "accounts") + " for changes since the plan");
        Rows.Guarded guarded = Rows.now(org.reader(), planned, ledger).guard(planned);
        ledger.guarded(guarded.passed(), guarded.drifted(), guarded.unwritable());
        companions.beforeWriting(guarded.passed());
        return guarded.passed();
    }

    /** Reads every row of the batch: what we report is the org, not our belief. */
    void readBack(Batch batch) {
        List<WriteIntent> sent = ledger.sent(batch);
        progress.stage("Reading back " + Counts.of(sent.size(), "account", "accounts"));
        ledger.readBack(batch, Verdicts.of(sent, Rows.now(org.reader(), sent, ledger)));
    }
}
