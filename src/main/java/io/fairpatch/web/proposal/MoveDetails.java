package io.fairpatch.web.proposal;

import io.fairpatch.review.MoveDetail;
import io.fairpatch.review.MoveDetail.RepEffect;
import io.fairpatch.review.ProposalLine;
import io.fairpatch.web.view.Fact;
import io.fairpatch.web.view.MoveDetailPage;
import io.fairpatch.web.view.MoveDetailPage.Effect;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Show;
import io.fairpatch.web.view.Waterfall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One move with its reasons and what it does to both books. */
final class MoveDetails {
    private MoveDetails() {}

    static MoveDetailPage page(Shell shell, String back, MoveDetail detail) {
        List<Effect> effects = new ArrayList<>();
        add(effects, "gives", detail.giver());
        add(effects, "receives", detail.receiver());
        return new MoveDetailPage(
                shell,
                back,
                MoveTables.row(detail.line()),
                Waterfall.of(detail.reasons()),
                effects,
                facts(detail),
                detail.crmReason());
    }

    private static List<Fact> facts(MoveDetail detail) {
        ProposalLine line = detail.line();
        return List.of(
                new Fact("Potential a year", Show.money(line.potentialCents()), Show.moneyFull(line.potentialCents())),
                new Fact("Score", Show.decimal(line.score())),
                new Fact("Tier", line.tier()),
                new Fact("Territory", line.territory()));
    }

    private static void add(List<Effect> effects, String part, @Nullable RepEffect effect) {
        if (effect != null) {
            long target = effect.targetCents();
            effects.add(new Effect(
                    effect.name(),
                    part,
                    effect.accountsBefore(),
                    effect.accountsAfter(),
                    share(effect.beforeCents(), target),
                    share(effect.moveAloneCents(), target),
                    share(effect.afterCents(), target)));
        }
    }

    private static @Nullable Double share(long cents, long target) {
        return target == 0 ? null : (double) cents / target;
    }
}
