package io.fairpatch.insight.make;

import io.fairpatch.insight.land.Entry;
import io.fairpatch.insight.land.Landscape;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an account is looked after. The edges are exact: 30 days are active, 31 at risk, 90 at risk, 91 dormant. */
enum CoverageStatus {
    UNCOVERED("uncovered"),
    DORMANT("dormant"),
    AT_RISK("at risk"),
    ACTIVE("active");

    private static final String NOTHING_ON_RECORD =
            "No task or event of any account was copied. Unless your org has none, the integration user may not read them"
                    + " (./fairpatch doctor, Tasks and events), and this page can't tell who was touched.";

    private static final int DORMANT_AFTER = 90;
    private static final int AT_RISK_AFTER = 30;

    private final String words;

    CoverageStatus(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static CoverageStatus of(Entry entry, LocalDate today) {
        return of(entry.held(), entry.account().lastActivity(), today);
    }

    /**
     * Without an active owner uncovered; never touched is dormant; a date to come counts as today.
     *
     * @param held whether an active user has the account
     */
    static CoverageStatus of(boolean held, @Nullable LocalDate lastActivity, LocalDate today) {
        if (!held) {
            return UNCOVERED;
        }
        if (lastActivity == null) {
            return DORMANT;
        }
        long idle = idle(lastActivity, today);
        return idle > DORMANT_AFTER ? DORMANT : idle > AT_RISK_AFTER ? AT_RISK : ACTIVE;
    }

    /** Days since the last activity, from 0; empty when there never was one. */
    static OptionalLong idle(Entry entry, LocalDate today) {
        LocalDate last = entry.account().lastActivity();
        return last == null ? OptionalLong.empty() : OptionalLong.of(idle(last, today));
    }

    /** What stands under a report on contact when no account has any: perhaps it is only that nobody shows us. */
    static List<String> caution(Landscape land, String... notes) {
        boolean none = land.entries().stream().allMatch(entry -> entry.account().lastActivity() == null);
        return Stream.concat(none ? Stream.of(NOTHING_ON_RECORD) : Stream.empty(), Stream.of(notes))
                .toList();
    }

    private static long idle(LocalDate last, LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(last, today));
    }
}
