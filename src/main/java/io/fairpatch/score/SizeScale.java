package io.fairpatch.score;

import io.fairpatch.model.Account;
import java.util.stream.DoubleStream;

/**
 * How much larger a first deal with an account is likely to be than the average won deal: the square root of its size
 * over the customers' median size (four times the company, twice the deal), between a quarter and four. Size is the
 * company's revenue, else its employees; an account without either counts as average.
 */
final class SizeScale {
    private static final double LEAST = 0.25;
    private static final double MOST = 4;
    /** What a yearly contract comes to where no deal was ever won with an amount: a thousandth of the revenue. */
    private static final double SHARE_OF_REVENUE = 0.001;

    private static final double CENTS_PER_EMPLOYEE = 100_00;
    private static final long NOTHING_KNOWN_CENTS = 10_000_00;

    private final double medianRevenue;
    private final double medianEmployees;
    private final long averageGuess;

    private SizeScale(Gathering seen) {
        medianRevenue = median(seen.customerRevenues, seen.revenues);
        medianEmployees = median(seen.customerEmployees, seen.employees);
        averageGuess = seen.sized == 0 ? NOTHING_KNOWN_CENTS : Math.round((double) seen.guesses / seen.sized);
    }

    /** Takes accounts in, one after the other. Not thread-safe. */
    static final class Gathering {
        private final DoubleStream.Builder customerRevenues = DoubleStream.builder();
        private final DoubleStream.Builder revenues = DoubleStream.builder();
        private final DoubleStream.Builder customerEmployees = DoubleStream.builder();
        private final DoubleStream.Builder employees = DoubleStream.builder();
        private long sized;
        private long guesses;

        void add(Facts facts) {
            Account account = facts.account();
            add(facts.customer() ? customerRevenues : revenues, revenue(account));
            add(facts.customer() ? customerEmployees : employees, employees(account));
            if (sizeKnown(account)) {
                sized++;
                guesses += guess(account);
            }
        }

        private static void add(DoubleStream.Builder sizes, double size) {
            if (size > 0) {
                sizes.add(size);
            }
        }

        SizeScale done() {
            return new SizeScale(this);
        }
    }

    /** 1 when the size is unknown. */
    double factor(Account account) {
        if (revenue(account) > 0) {
            return clamp(Math.sqrt(revenue(account) / medianRevenue));
        }
        return employees(account) > 0 ? clamp(Math.sqrt(employees(account) / medianEmployees)) : 1;
    }

    static boolean sizeKnown(Account account) {
        return revenue(account) > 0 || employees(account) > 0;
    }

    /** A yearly contract's value for want of any won amount, cents, above 0. */
    long guessCents(Account account) {
        return sizeKnown(account) ? guess(account) : averageGuess;
    }

    private static long guess(Account account) {
        double value =
                revenue(account) > 0 ? SHARE_OF_REVENUE * revenue(account) : CENTS_PER_EMPLOYEE * employees(account);
        return Math.max(100, Math.round(value));
    }

    private static double clamp(double factor) {
        return Math.max(LEAST, Math.min(MOST, factor));
    }

    private static double revenue(Account account) {
        Long cents = account.companyRevenueCents();
        return cents == null ? 0 : cents;
    }

    private static double employees(Account account) {
        Integer employees = account.employees();
        return employees == null ? 0 : employees;
    }

    /** Of the customers, else of all others. */
    private static double median(DoubleStream.Builder customers, DoubleStream.Builder others) {
        double[] sizes = sorted(customers);
        if (sizes.length == 0) {
            sizes = sorted(others);
        }
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }

    private static double[] sorted(DoubleStream.Builder sizes) {
        return sizes.build().sorted().toArray();
    }
}
