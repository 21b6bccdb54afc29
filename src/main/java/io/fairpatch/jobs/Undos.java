package io.fairpatch.jobs;

import io.fairpatch.access.Person;
import io.fairpatch.commit.UndoLook;
import io.fairpatch.commit.UndoService;
import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.review.ProposalSummary;
import jakarta.inject.Singleton;

/** Takes commits back, by the org as it is now. Thread-safe. */
@Singleton
public class Undos {
    private final UndoService undo;
    private final CurrentOrg current;
    private final WritePolicyConfig policy;

    Undos(UndoService undo, CurrentOrg current, WritePolicyConfig policy) {
        this.undo = undo;
        this.current = current;
        this.policy = policy;
    }

    /** What an undo would do; reads the accounts from the org. */
    public UndoLook look(SalesforceId org, String proposal) {
        return undo.look(org, proposal, policy, current.connection().reader());
    }

    /** Makes the undo and submits it for review; writes nothing into the org. */
    public ProposalSummary propose(SalesforceId org, String proposal, Person person) {
        return undo.propose(org, proposal, person, policy, current.connection().reader());
    }
}
