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
 * @param parent number of the family's head, null outside a family and for the head
 * @param original number of the account that this one repeats
 * @param lastTouch last activity, null for never
 * @param opportunities how many deals it has
 */
record Draft(
        int number,
        String name,
        Profile profile,
        Place place,
        @Nullable Seller owner,
        @Nullable Integer parent,
        @Nullable Integer original,
        boolean named,
        Needs needs,
        int contacts,
        @Nullable LocalDate lastTouch,
        int opportunities,
        Set<Fault> faults) {

    boolean has(Fault fault) {
        return faults.contains(fault);
    }

    Draft withOpportunities(int count) {
        return new Draft(
                number, name, profile, place, owner, parent, original, named, needs, contacts, lastTouch, count,
                faults);
    }

    String id() {
        return id(number);
    }

    static String id(int number) {
        return "ACC-%07d".formatted(number + 1);
    }

    /** What an account asks of its rep; empty text and list for nothing. */
    record Needs(String language, List<String> clearances) {
        static final Needs NOTHING = new Needs("", List.of());

        boolean met(Seller seller) {
            return seller.speaks(language) && seller.clearedFor(clearances);
        }
    }
}
