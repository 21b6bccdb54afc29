package io.fairpatch.plan.problem;

/**
 * A rep as the planner sees it.
 *
 * @param index position in the problem
 * @param potential band in cents
 * @param minutes band of work a year, minutes
 * @param mix what the book should be made of
 */
public record Seat(int index, String name, Band potential, Band minutes, Caps caps, Mix mix) {
    /** A seat whose mix is open. */
    public Seat(int index, String name, Band potential, Band minutes, Caps caps) {
        this(index, name, potential, minutes, caps, Mix.OPEN);
    }

    public Seat withMinutes(Band band) {
        return new Seat(index, name, potential, band, caps, mix);
    }

    public Seat withMix(Mix changed) {
        return new Seat(index, name, potential, minutes, caps, changed);
    }
}
