package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Rights;
import io.fairpatch.review.ProposalSummary;
import io.micronaut.context.BeanLocator;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What a command that acts on a proposal is told: which one, who acts, and whether to ask first. */
final class OnProposal {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Desk.WhichProposal which = new Desk.WhichProposal();

    @CommandLine.Mixin
    private final Desk.Acting acting = new Desk.Acting();

    @Option(names = "--yes", description = "Don't ask; needed when not on a terminal.")
    private boolean yes;

    OnProposal(Supplier<BeanLocator> house, Keyboard keyboard) {
        this.house = house;
        this.keyboard = keyboard;
    }

    /** A person at the desk, who may do what they came for, with the proposal. */
    record Seat(Desk desk, Person person, ProposalSummary proposal) {}

    /** Proves who acts and that they may; refuses with ACCESS_RIGHTS before the proposal is looked up. */
    Seat take(Action right) {
        var desk = new Desk(house.get());
        Person person = desk.person(acting, keyboard);
        Rights.require(person, right);
        return new Seat(desk, person, desk.proposal(which));
    }

    /** Goes on once the word was typed, or {@code --yes} was given. */
    void confirm(String word) {
        keyboard.confirm(yes, word);
    }
}
