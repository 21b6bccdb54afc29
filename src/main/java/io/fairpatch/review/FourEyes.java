package io.fairpatch.review;

import io.fairpatch.access.Person;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.util.HashSet;
import java.util.List;

/** No one person makes a change alone. */
public final class FourEyes {
    private FourEyes() {}

    /** Refuses with FOUR_EYES when the person made the proposal, or edited its current version. */
    public static void requireNotAuthor(ProposalHead head, Person person, String what) {
        boolean author = head.author().equals(person.name());
        if (author || head.versionBy().equals(person.name())) {
            throw Problem.of(
                            ErrorCode.FOUR_EYES,
                            person.displayName() + (author ? " made proposal " : " edited proposal ") + head.id()
                                    + " and so can't " + what)
                    .maybe("ask a colleague to look at it")
                    .exception();
        }
    }

    /**
     * Refuses with FOUR_EYES unless the committer is not the author and at least two people stand behind the commit:
     * the service as author is no person, so then the committer must not be the only approver.
     */
    public static void requireSecondPerson(ProposalHead head, List<String> approvedBy, Person committer) {
        requireNotAuthor(head, committer, "commit it");
        var people = new HashSet<>(approvedBy);
        people.add(committer.name());
        if (!Person.isSystem(head.author())) {
            people.add(head.author());
        }
        if (people.size() < 2) {
            throw Problem.of(
                            ErrorCode.FOUR_EYES,
                            committer.displayName() + " alone approved proposal " + head.id()
                                    + " and so can't commit it")
                    .maybe("ask a colleague to commit it")
                    .exception();
        }
    }
}
