package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.review.Guidance;
import io.fairpatch.web.Site;
import io.fairpatch.web.view.HomePage.Tour;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Five steps through the one story, on the practice org, for a first visit; skipped or done it never comes back. */
@Singleton
final class Tours {
    static final String MARK = "tour-";
    private static final List<Tour> STEPS = List.of(
            step(
                    1,
                    "Copy",
                    "The org was copied: accounts, deals and people. Nothing here writes to it.",
                    "/accounts",
                    "See the accounts"),
            step(
                    2,
                    "Score",
                    "Each account has a score and a potential that you can check by hand. Open one.",
                    "/accounts",
                    "Open an account"),
            step(
                    3,
                    "Plan",
                    "Territories were balanced, with a proven distance to the best possible.",
                    "/territories",
                    "See the territories"),
            step(
                    4,
                    "Review",
                    "The proposal says what moves and why. You decide, on one, many, or all that match.",
                    "/proposals",
                    "Open the proposal"),
            step(
                    5,
                    "Commit",
                    "What was approved is written, exactly that, and read back row by row.",
                    "/commits",
                    "See the commits"));

    private final Guidance guidance;
    private final Site site;

    Tours(Guidance guidance, Site site) {
        this.guidance = guidance;
        this.site = site;
    }

    /** The step this person is at; null once done, skipped, or off the practice org. */
    @Nullable
    Tour step(Person person) {
        if (site.demoPeople().isEmpty() || !person.may(Action.VIEW_PROPOSALS)) {
            return null;
        }
        int seen = guidance.seen(person, MARK);
        return seen < STEPS.size() ? STEPS.get(seen) : null;
    }

    /** On to the next step. */
    void next(Person person) {
        int seen = guidance.seen(person, MARK);
        if (seen < STEPS.size()) {
            guidance.mark(person, MARK + (seen + 1));
        }
    }

    void skip(Person person) {
        for (int i = 1; i <= STEPS.size(); i++) {
            guidance.mark(person, MARK + i);
        }
    }

    private static Tour step(int number, String title, String text, String href, String link) {
        return new Tour(number, 5, title, text, href, link);
    }
}
