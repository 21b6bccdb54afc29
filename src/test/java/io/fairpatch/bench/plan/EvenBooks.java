package io.fairpatch.bench.plan;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Books of about equal potential wherever the reps live: reps and accounts are cut in two along the longer side of the map, the
 * accounts where each half has its reps' share of the potential, and so on down to one rep.
 */
final class EvenBooks {
    private final double[][] account;
    private final double[] potential;
    private final double[][] rep;
    private final int[] book;

    private EvenBooks(double[][] account, double[] potential, double[][] rep) {
        this.account = account;
        this.potential = potential;
        this.rep = rep;
        this.book = new int[account.length];
    }

    /** The rep of each account. */
    static int[] of(double[][] account, double[] potential, double[][] rep) {
        var books = new EvenBooks(account, potential, rep);
        books.cut(numbers(account.length), numbers(rep.length));
        return books.book;
    }

    private static Integer[] numbers(int count) {
        Integer[] numbers = new Integer[count];
        Arrays.setAll(numbers, i -> i);
        return numbers;
    }

    private void cut(Integer[] accounts, Integer[] reps) {
        if (reps.length == 1) {
            Arrays.stream(accounts).forEach(a -> book[a] = reps[0]);
            return;
        }
        int side = longer(reps);
        Arrays.sort(accounts, Comparator.comparingDouble(a -> account[a][side]));
        Arrays.sort(reps, Comparator.comparingDouble(r -> rep[r][side]));
        int half = reps.length / 2;
        int from = border(accounts, half / (double) reps.length);
        cut(Arrays.copyOfRange(accounts, 0, from), Arrays.copyOfRange(reps, 0, half));
        cut(Arrays.copyOfRange(accounts, from, accounts.length), Arrays.copyOfRange(reps, half, reps.length));
    }

    private int longer(Integer[] reps) {
        double[] from = rep[reps[0]].clone();
        double[] to = from.clone();
        for (int r : reps) {
            for (int side = 0; side < 2; side++) {
                from[side] = Math.min(from[side], rep[r][side]);
                to[side] = Math.max(to[side], rep[r][side]);
            }
        }
        return to[0] - from[0] > to[1] - from[1] ? 0 : 1;
    }

    private int border(Integer[] accounts, double share) {
        double wanted =
                share * Arrays.stream(accounts).mapToDouble(a -> potential[a]).sum();
        int at = 0;
        for (double sum = 0; at < accounts.length && sum < wanted; at++) {
            sum += potential[accounts[at]];
        }
        return at;
    }
}
