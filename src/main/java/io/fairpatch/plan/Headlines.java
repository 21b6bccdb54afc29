package io.fairpatch.plan;

import io.fairpatch.plan.problem.Need;
import io.fairpatch.plan.problem.Pin;
import java.util.List;
import java.util.Locale;

/** One sentence a move: for ops, who may read of both reps, and for the CRM, where everybody reads. */
final class Headlines {
    private static final int LONGEST_CRM = 255;

    private final Prepared prepared;
    private final BookWords words;
    private final NeedWords needs;

    Headlines(Prepared prepared, List<Book> books) {
        this.prepared = prepared;
        this.words = new BookWords(prepared, books);
        this.needs = new NeedWords(prepared);
    }

    String forOps(Shift shift, Rule main) {
        Integer from = shift.fromSeat();
        String to = name(shift.toSeat());
        if (from == null) {
            String before = shift.fromRep() == null
                    ? "No active rep until now"
                    : "Its rep " + prepared.roster().name(shift.fromRep()) + " is not active";
            return before + ": " + to + " is " + away(shift, shift.toSeat()) + " and " + words.standing(shift.toSeat())
                    + ".";
        }
        String giver = name(from);
        return switch (main) {
            case WORKLOAD -> words.workload(shift, from);
            case CAPACITY -> words.capacity(shift, from);
            case TRAVEL ->
                nearer(shift, from)
                        ? "Travel: " + away(shift, from) + " from " + giver + ", " + away(shift, shift.toSeat())
                                + " from " + to + "."
                        : "Travel: serving " + served(shift) + " takes " + to + " less than " + giver + ".";
            case LANGUAGE -> needs.forOps(shift, Need.LANGUAGE);
            case COMPLIANCE -> needs.forOps(shift, Need.COMPLIANCE);
            case TIME_ZONE -> needs.forOps(shift, Need.TIME_ZONE);
            case TEAM -> needs.forOps(shift, Need.TEAM);
            case FORBIDDEN -> needs.forOps(shift, Need.FORBIDDEN);
            case FAMILY ->
                "Family: joins the rest of its family of " + shift.unit().accounts() + " with " + to + ".";
            case PIN -> pinned(shift.unit().why(), to);
            case FIT ->
                winsMore(shift, from)
                        ? "Fit: " + to + " is stronger in its industry than " + giver + "."
                        : "Fit: " + to + " is a better fit for " + served(shift) + " than " + giver + ".";
            case MIX -> "Mix: books get a fairer share of tiers, customers and growth accounts.";
            case LEARNING -> "Learning: who ramps works on smaller, quicker accounts than the team's.";
            case BALANCE, RELATIONSHIP, OWNERLESS, INACTIVE_OWNER, MOVE_LIMIT -> words.balance(shift, from);
        };
    }

    String forCrm(Shift shift, Rule main) {
        Integer from = shift.fromSeat();
        String to = name(shift.toSeat());
        if (from == null) {
            return cut("Assigned to " + to + ": the account had no active rep.");
        }
        return cut(
                switch (main) {
                    case WORKLOAD -> "Assigned to " + to + " to keep the workload of territories even.";
                    case CAPACITY ->
                        "Assigned to " + to + " so that nobody has more accounts than the coverage model allows.";
                    case TRAVEL ->
                        nearer(shift, from)
                                ? "Assigned to " + to + ", who is " + away(shift, shift.toSeat()) + "."
                                : "Assigned to " + to + ", who serves " + served(shift) + " with less travel.";
                    case LANGUAGE -> needs.forCrm(shift, Need.LANGUAGE);
                    case COMPLIANCE -> needs.forCrm(shift, Need.COMPLIANCE);
                    case TIME_ZONE -> needs.forCrm(shift, Need.TIME_ZONE);
                    case TEAM -> needs.forCrm(shift, Need.TEAM);
                    case FORBIDDEN -> needs.forCrm(shift, Need.FORBIDDEN);
                    case FAMILY -> "Assigned to " + to + " so that the accounts of its family stay together.";
                    case PIN ->
                        shift.unit().why() == Pin.CHOSEN
                                ? "Assigned to " + to + " as decided by sales operations."
                                : "Assigned to " + to + " so that the accounts of its family stay together.";
                    case FIT ->
                        winsMore(shift, from)
                                ? "Assigned to " + to + ", who is at home in its industry."
                                : "Assigned to " + to + ", a good fit for " + served(shift) + ".";
                    case MIX -> "Assigned to " + to + " so that every territory has a fair mix of accounts.";
                    case LEARNING -> "Assigned to " + to + " so that reps who ramp learn on smaller accounts.";
                    case BALANCE, RELATIONSHIP, OWNERLESS, INACTIVE_OWNER, MOVE_LIMIT ->
                        "Assigned to " + to + " to keep the potential of territories even.";
                });
    }

    /** An account that moves for a pin was chosen, or follows a member of its family that has to stay where it is. */
    private static String pinned(Pin why, String to) {
        return switch (why) {
            case CHOSEN -> "By hand: the account goes to " + to + ".";
            case NAMED -> "Family: follows the named account of its family, which stays with " + to + ".";
            case HELD -> "Family: follows an account of its family whose deal is about to close with " + to + ".";
            case PROTECTED -> "Family: follows its family in the protected book of " + to + ".";
            case NONE, OUT_OF_SCOPE -> "Family: follows its family, which stays with " + to + ".";
        };
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_CRM ? text : text.substring(0, LONGEST_CRM - 1) + "…";
    }

    private String name(int seat) {
        return prepared.roster().rep(seat).name();
    }

    private String away(Shift shift, int seat) {
        if (shift.account().place() == null) {
            return "at an unknown distance";
        }
        return String.format(Locale.ROOT, "%,.0f km away", prepared.kilometres(shift.account(), seat));
    }

    /** What is served as a whole may be nearer although the account itself is not. */
    private boolean nearer(Shift shift, int from) {
        return shift.account().place() != null
                && prepared.kilometres(shift.account(), shift.toSeat()) < prepared.kilometres(shift.account(), from);
    }

    /** What fits as a whole may still be of an industry in which the other rep wins more. */
    private boolean winsMore(Shift shift, int from) {
        String industry = Fit.industry(shift.account(), prepared.score(shift.account()));
        return winRate(industry, shift.toSeat()) > winRate(industry, from);
    }

    private double winRate(String industry, int seat) {
        return prepared.input()
                .profiles()
                .getOrDefault(prepared.roster().rep(seat).id(), RepProfile.UNKNOWN)
                .winRates()
                .getOrDefault(industry, 0.0);
    }

    private static String served(Shift shift) {
        int accounts = shift.unit().accounts();
        return accounts > 1 ? "its family of " + accounts : "it";
    }
}
