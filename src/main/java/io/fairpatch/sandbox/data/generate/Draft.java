package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account before it becomes a row.
 *
 * @param number from 0, over the whole org
 * @param owner null for nobody
 */
record Draft(
        int number,
        String name,
        Profile profile,
        Place place,
        @Nullable Seller owner,
        Links links,
        boolean named,
        Needs needs,
        History history,
        Set<Fault> faults) {

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    Draft withOpportunities(int count) {
        var more = new History(history.contacts, history.lastTouch, count);
        return new Draft(number, name, profile, place, owner, links, named, needs, more, faults);
    }

    @Nullable
    Integer parent() {
        return links.parent;
    }

    @Nullable
    Integer original() {
        return links.original;
    }

    int contacts() {
        return history.contacts;
    }

    @Nullable
    LocalDate lastTouch() {
        return history.lastTouch;
    }

    int opportunities() {
        return history.opportunities;
    }

    String id() {
        return id(number);
    }

    static String id(int number) {
        return "ACC-%07d".formatted(number + 1);
    }

    /**
     * Other accounts, by number.
     *
     * @param parent the family's head, null outside a family and for the head
     * @param original the account that this one repeats
     */
    record Links(@Nullable Integer parent, @Nullable Integer original) {
        static final Links NONE = new Links(null, null);
    }

    /**
     * What happened at the account.
     *
     * @param lastTouch last activity, null for never
     * @param opportunities how many deals it has
     */
    record History(int contacts, @Nullable LocalDate lastTouch, int opportunities) {}

    /** What an account asks of its rep; empty text and list for nothing. */
    record Needs(String language, List<String> clearances) {
        static final Needs NOTHING = new Needs("", List.of());

        boolean met(Seller seller) {
            return seller.speaks(language) && seller.clearedFor(clearances);
        }
    }
}
