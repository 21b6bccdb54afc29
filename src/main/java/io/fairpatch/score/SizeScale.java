package io.fairpatch.score;

import io.fairpatch.model.Account;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    SizeScale(List<Facts> accounts) {
        medianRevenue = median(accounts, SizeScale::revenue);
        medianEmployees = median(accounts, SizeScale::employees);
        averageGuess = Math.round(accounts.stream()
                .map(Facts::account)
                .filter(account -> revenue(account) > 0 || employees(account) > 0)
                .mapToLong(SizeScale::guess)
                .average()
                .orElse(NOTHING_KNOWN_CENTS));
    }

    /** 1 when the size is unknown. */
    double factor(Account account) {
        if (revenue(account) > 0) {
            return clamp(Math.sqrt(revenue(account) / medianRevenue));
        }
        return employees(account) > 0 ? clamp(Math.sqrt(employees(account) / medianEmployees)) : 1;
    }

    boolean sizeKnown(Account account) {
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

    private static double median(List<Facts> accounts, ToDoubleFunction<Account> size) {
        double ofCustomers = median(accounts, size, true);
        return ofCustomers > 0 ? ofCustomers : median(accounts, size, false);
    }

    private static double median(List<Facts> accounts, ToDoubleFunction<Account> size, boolean customersOnly) {
        double[] sizes = accounts.stream()
                .filter(facts -> facts.customer() || !customersOnly)
                .mapToDouble(facts -> size.applyAsDouble(facts.account()))
                .filter(value -> value > 0)
                .toArray();
        Arrays.sort(sizes);
        return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    }
}
