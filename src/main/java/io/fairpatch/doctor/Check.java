package io.fairpatch.doctor;

import java.util.function.Function;

/**
 * One thing to look at.
 *
 * @param id stable name, for scripts
 * @param title a few words
 * @param where the place to mend it: a file, or a path through the org's Setup
 * @param needsOrg whether it can be made only once we are signed in
 */
record Check(String id, Area area, String title, String where, boolean needsOrg, Function<Examination, Verdict> look) {
    static Check ofOrg(String id, Area area, String title, String where, Function<Examination, Verdict> look) {
        return new Check(id, area, title, where, true, look);
    }

    static Check ofHouse(String id, Area area, String title, String where, Function<Examination, Verdict> look) {
        return new Check(id, area, title, where, false, look);
    }
}
