package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.plan.problem.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What a need says for a move, in words. A family moves as a whole, so the need may be another member's than the account's
 * own; and a rep of whom no languages are on record may have every account.
 */
final class NeedWords {
    private final Prepared prepared;
    private final Needs needs;

    NeedWords(Prepared prepared) {
        this.prepared = prepared;
        this.needs = new Needs(prepared.input(), prepared.roster(), prepared.homes());
    }

    /** Whose need it is and what exactly is asked for. */
    private record Asked(Account account, boolean own, String what, int family) {
        String of(String one, String whole) {
            return own ? one : whole;
        }

        String inFamily() {
            return own ? "" : " in its family of " + family;
        }
    }

    /** The part of a move's worth that the need makes up. */
    String reason(Shift shift, Need need) {
        int from = Objects.requireNonNull(shift.fromSeat());
        boolean met = shift.unit().broken(need, from) > shift.unit().broken(need, shift.toSeat());
        Asked asked = met ? asked(shift, need, from, shift.toSeat()) : asked(shift, need, shift.toSeat(), from);
        return switch (need) {
            case LANGUAGE -> "Language " + asked.what() + " is needed" + asked.inFamily();
            case COMPLIANCE -> "Clearance for " + asked.what() + " is needed" + asked.inFamily();
            case TIME_ZONE -> "The time of day is too far apart" + asked.inFamily();
            case TEAM -> asked.of("Its play", "A play" + asked.inFamily()) + " belongs to another kind of seller";
            case FORBIDDEN -> "A person ruled its rep out" + asked.of("", " for one" + asked.inFamily());
        };
    }

    String forOps(Shift shift, Need need) {
        int from = Objects.requireNonNull(shift.fromSeat());
        Asked asked = asked(shift, need, from, shift.toSeat());
        String giver = prepared.roster().rep(from).name();
        String to = prepared.roster().rep(shift.toSeat()).name();
        String needed = asked.of("", ", which is needed" + asked.inFamily());
        return switch (need) {
            case LANGUAGE ->
                isOnRecord(shift)
                        ? "Language: " + to + " speaks " + asked.what() + needed + ", " + giver + " does not."
                        : "Language: " + giver + " does not speak " + asked.what() + needed + "; what " + to
                                + " speaks is not on record.";
            case COMPLIANCE ->
                "Compliance: " + to + " is cleared for " + asked.what() + needed + ", " + giver + " is not.";
            case TIME_ZONE ->
                "Time zone: " + to + " works nearer to the "
                        + asked.of("account's time of day", "time of day of an account" + asked.inFamily()) + " than "
                        + giver + ".";
            case TEAM ->
                "Play: accounts of this kind" + asked.of("", ", one is" + asked.inFamily() + ",") + " are covered by "
                        + to + ".";
            case FORBIDDEN ->
                "By hand: " + asked.of("the account", "an account" + asked.inFamily()) + " may not be with " + giver
                        + ".";
        };
    }

    String forCrm(Shift shift, Need need) {
        int from = Objects.requireNonNull(shift.fromSeat());
        Asked asked = asked(shift, need, from, shift.toSeat());
        String to = "Assigned to " + prepared.roster().rep(shift.toSeat()).name();
        String family = asked.of("", ", as its family needs");
        return switch (need) {
            case LANGUAGE ->
                isOnRecord(shift)
                        ? to + ", who speaks " + asked.what() + family + "."
                        : to + ": " + asked.of("the account", "its family") + " needs a rep who speaks " + asked.what()
                                + ".";
            case COMPLIANCE -> to + ", who is cleared for " + asked.what() + family + ".";
            case TIME_ZONE -> to + ", who works in a nearer time zone.";
            case TEAM -> to + ", who covers accounts of this kind" + asked.of("", " in its family") + ".";
            case FORBIDDEN -> to + " as decided by sales operations.";
        };
    }

    /** The account itself where it asks for what one has and the other has not, else the first of its family that does. */
    private Asked asked(Shift shift, Need need, int without, int with) {
        var family = new ArrayList<>(List.of(shift.account()));
        family.addAll(prepared.members().get(shift.unit().index()));
        Account asking = family.stream()
                .filter(account -> differs(account, need, without, with))
                .findFirst()
                .orElse(shift.account());
        boolean own = asking.id().equals(shift.account().id());
        return new Asked(asking, own, what(asking, need, without), shift.unit().accounts());
    }

    private boolean differs(Account account, Need need, int without, int with) {
        int[] broken = needs.broken(List.of(account)).get(need);
        return broken != null && broken[without] > broken[with];
    }

    private String what(Account asking, Need need, int without) {
        if (need == Need.LANGUAGE) {
            return String.valueOf(asking.language());
        }
        var missing = new HashSet<>(asking.compliance());
        missing.removeAll(prepared.roster().rep(without).clearances());
        return String.join(", ", missing.stream().sorted().toList());
    }

    private boolean isOnRecord(Shift shift) {
        return !prepared.roster().rep(shift.toSeat()).languages().isEmpty();
    }
}
