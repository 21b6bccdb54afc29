package io.fairpatch.plan;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The books before and after, with names and narratives. */
final class BookKeeper {
    private final Prepared prepared;
    private final int[] assignment;

    BookKeeper(Prepared prepared, int[] assignment) {
        this.prepared = prepared;
        this.assignment = assignment;
    }

    List<Book> books() {
        int seats = prepared.roster().size();
        List<List<Account>> before = empty(seats);
        List<List<Account>> after = empty(seats);
        for (int unit = 0; unit < prepared.members().size(); unit++) {
            for (Account account : prepared.members().get(unit)) {
                after.get(assignment[unit]).add(account);
                Integer current = prepared.roster().seat(prepared.currentRep(account));
                if (current != null) {
                    before.get(current).add(account);
                }
            }
        }
        List<String> names = new TerritoryNames(prepared.input()).of(prepared.roster(), after);
        var books = new ArrayList<Book>();
        for (int seat = 0; seat < seats; seat++) {
            books.add(book(seat, names.get(seat), before.get(seat), after.get(seat)));
        }
        return books;
    }

    private static List<List<Account>> empty(int size) {
        var lists = new ArrayList<List<Account>>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }

    private Book book(int seat, String name, List<Account> before, List<Account> after) {
        long target = Math.round(prepared.targets()[seat]);
        Book.Load loadBefore = load(before, account -> prepared.hoursToday(account, seat));
        Book.Load loadAfter = load(after, account -> prepared.hours(account, seat));
        String narrative = new Narrative(prepared, seat, target).tell(before, after, loadBefore, loadAfter);
        return new Book(
                prepared.roster().rep(seat).id(),
                name,
                prepared.roster().capacity(seat),
                target,
                loadBefore,
                loadAfter,
                narrative);
    }

    private Book.Load load(List<Account> accounts, ToDoubleFunction<Account> hoursOf) {
        long potential = 0;
        double hours = 0;
        int[] tiers = new int[Tier.values().length];
        int customers = 0;
        for (Account account : accounts) {
            AccountScore score = prepared.score(account);
            potential += score.potentialCents();
            hours += hoursOf.applyAsDouble(account);
            tiers[score.tier().ordinal()]++;
            customers += score.customer() ? 1 : 0;
        }
        return new Book.Load(accounts.size(), potential, hours, tiers[0], tiers[1], tiers[2], customers);
    }
}
