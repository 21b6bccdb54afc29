package io.fairpatch.app.demo;

import io.fairpatch.cli.Output;
import io.fairpatch.commit.CommitCounts;
import io.fairpatch.commit.CommitQueries;
import io.fairpatch.commit.Receipt;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.review.ProposalQueries;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The whole job with nobody at the screen, and the proof that the org holds what was approved. */
final class HeadlessRun {
    private static final int SHOWN = 20;

    private final BeanLocator beans;
    private final FairpatchConfig config;
    private final Output output;
    private final String orgUrl;

    HeadlessRun(BeanLocator beans, FairpatchConfig config, Output output, String orgUrl) {
        this.beans = beans;
        this.config = config;
        this.output = output;
        this.orgUrl = orgUrl;
    }

    DemoSummary go(long begin) {
        var demo = new DemoRun(beans, output);
        var proposal = demo.propose();
        output.say(proposal.impact());
        var decisions = new Decisions(beans, demo.org());
        var reader = beans.getBean(OrgConnection.class).reader();
        var log = new SandboxLog(orgUrl);
        var progress = output.progress();
        var before = OrgImage.take(reader, watched(), progress);
        var written = log.read().size();
        progress.close();

        long commitBegin = System.nanoTime();
        List<Receipt> receipts = List.of();
        if (proposal.moves().total() + proposal.stamps().total() > 0) {
            receipts = decisions.commit(decisions.approve(proposal), output);
        }
        var commitSeconds = seconds(commitBegin);
        output.say(String.format(Locale.ROOT, "%-8s done in %.1f s", "Commit", commitSeconds));

        var after = OrgImage.take(reader, watched(), progress);
        progress.close();
        var all = log.read();
        var check = new OrgCheck(before, after, receipts).compare(all.subList(written, all.size()));
        check.mismatches().stream().limit(SHOWN).forEach(output::say);
        var times = new DemoSummary.Seconds(
                demo.seconds(JobKind.SYNC),
                demo.seconds(JobKind.SCORE),
                demo.seconds(JobKind.PLAN),
                commitSeconds,
                seconds(begin));
        return summary(demo, beans.getBean(ProposalQueries.class).get(demo.org(), proposal.id()), check, times);
    }

    private Set<String> watched() {
        var fields = new HashSet<>(config.mapping().written().values());
        if (config.writePolicy().ownerId()) {
            fields.add("OwnerId");
        }
        return fields;
    }

    private DemoSummary summary(DemoRun demo, ProposalSummary proposal, OrgCheck check, DemoSummary.Seconds times) {
        var counts = beans.getBean(CommitQueries.class).outcome(demo.org(), proposal.id());
        CommitCounts.Fates moves = counts.moves();
        return new DemoSummary(
                proposal.accounts(),
                beans.getBean(ProposalQueries.class)
                        .books(demo.org(), proposal.id())
                        .size(),
                demo.opportunities(),
                proposal.moves().total(),
                proposal.moves().declined(),
                proposal.moves().approved(),
                moves.committed(),
                moves.rejected(),
                moves.drifted(),
                proposal.moves().approved() - moves.committed() - moves.rejected() - moves.drifted(),
                counts.stamps().committed(),
                proposal.stamps().approved(),
                counts.stamps().drifted(),
                check.verifiedMoves(),
                check.mismatches().size() + counts.mismatches(),
                proposal.balance().spreadBefore(),
                proposal.balance().spreadAfter(),
                proposal.gap(),
                proposal.planStatus().name().toLowerCase(Locale.ROOT),
                proposal.why(),
                times,
                orgUrl);
    }

    private static double seconds(long begin) {
        return Math.round((System.nanoTime() - begin) / 1e6) / 1000.0;
    }
}
