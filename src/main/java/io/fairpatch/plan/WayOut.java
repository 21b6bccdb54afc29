package io.fairpatch.plan;

/**
 * A way out of a plan that can't meet all bands, computed by planning again with the change.
 *
 * @param kind wider band, one more rep, released pin
 * @param sentence what to change and what it brings, with numbers
 * @param meetsAll whether all bands and hard rules are met then
 * @param outsideBefore sum of band violations now, hundredths of a percent of targets
 * @param outsideAfter the same after the change
 * @param costCents the plan's cost then
 */
public record WayOut(
        String kind, String sentence, boolean meetsAll, long outsideBefore, long outsideAfter, double costCents) {}
