package io.fairpatch.plan;

import io.fairpatch.model.Progress;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Hands on the board of the demo org as it is today: what a choice takes until its books and violations are known, and what
 * planning the rest again takes.
 *
 * @param slowest milliseconds of the slowest choice
 * @param median milliseconds
 * @param replan seconds of planning again around a few choices
 * @param lost choices that the new plan does not keep
 */
public record BoardMeasured(double slowest, double median, double replan, int lost) {
    private static final int KEPT = 10;

    /** @param choices pins and bans, in turn, of drawn accounts and reps */
    public static BoardMeasured of(int accounts, int reps, int choices) {
        PlanInput input = DemoOrg.input(accounts, reps, 1, null);
        List<SalesforceId> active =
                input.reps().stream().filter(Rep::active).map(Rep::id).toList();
        Board board = Board.of(input, input.currentRep());
        double[] millis = times(board.copy(), input, active, choices);
        times(board, input, active, KEPT);
        long began = System.nanoTime();
        board.replan(1, Progress.NONE);
        double replan = (System.nanoTime() - began) / 1e9;
        return new BoardMeasured(millis[millis.length - 1], millis[millis.length / 2], replan, lost(board));
    }

    /** Ascending. */
    private static double[] times(Board board, PlanInput input, List<SalesforceId> active, int choices) {
        var random = new SplittableRandom(choices);
        double[] millis = new double[choices];
        for (int i = 0; i < choices; i++) {
            var account = input.accounts()
                    .get(random.nextInt(input.accounts().size()))
                    .id();
            var rep = active.get(random.nextInt(active.size()));
            long began = System.nanoTime();
            Look look = i % 2 == 0 ? board.pin(account, rep) : board.forbid(account, rep);
            millis[i] = (System.nanoTime() - began) / 1e6;
            if (look.books().isEmpty()) {
                throw new AssertionError("A choice that shows no book");
            }
        }
        Arrays.sort(millis);
        return millis;
    }

    private static int lost(Board board) {
        var reps = board.reps();
        long pins = board.hands().pins().entrySet().stream()
                .filter(pin -> !pin.getValue().equals(reps.get(pin.getKey())))
                .count();
        long bans = board.hands().forbidden().entrySet().stream()
                .filter(ban -> ban.getValue().contains(reps.get(ban.getKey())))
                .count();
        return (int) (pins + bans);
    }
}
