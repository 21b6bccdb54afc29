package io.fairpatch.plan.problem;

/**
 * A rep as the planner sees it.
 *
 * @param index position in the problem
 * @param potential band in cents
 * @param minutes band of work a year, minutes
 */
public record Seat(int index, String name, Band potential, Band minutes, Caps caps) {
    public Seat withMinutes(Band band) {
        return new Seat(index, name, potential, band, caps);
    }
}
