package io.fairpatch.review;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;

/**
 * How the moves of a proposal are spread over time.
 *
 * @param phases how many, 2 to 12, the first included
 * @param everyDays days from one phase to the next, 1 to 366
 * @param tenuredOnly whether only accounts that leave a rep past the ramp wait, and all others move with the first phase
 * @throws FairpatchException REQUEST_INVALID outside these ranges
 */
public record PhasePlan(Order order, int phases, int everyDays, boolean tenuredOnly) {
    private static final int MOST_PHASES = 12;
    private static final int MOST_DAYS = 366;

    public PhasePlan {
        if (phases < 2 || phases > MOST_PHASES) {
            throw refused("number of phases", phases, 2, MOST_PHASES);
        }
        if (everyDays < 1 || everyDays > MOST_DAYS) {
            throw refused("days between phases", everyDays, 1, MOST_DAYS);
        }
    }

    private static FairpatchException refused(String what, int value, int least, int most) {
        return Problem.of(
                        ErrorCode.REQUEST_INVALID,
                        "The " + what + " (" + value + ") must be between " + least + " and " + most)
                .maybe("choose another number")
                .exception();
    }

    /** Which accounts go first. */
    public enum Order {
        /** So that a rep gives away last what grows. */
        LOW_GROWTH("those that grow least first"),
        SMALL("the smallest first");

        private final String words;

        Order(String words) {
            this.words = words;
        }

        /** In a person's words. */
        public String words() {
            return words;
        }
    }
}
