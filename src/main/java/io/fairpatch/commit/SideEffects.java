package io.fairpatch.commit;

import java.util.List;

/** What the org does by itself along with our writes. */
final class SideEffects {
    private SideEffects() {}

    /** What an undo of owner changes does not take back. */
    static List<String> thatStay() {
        return List.of(
                "Contacts, opportunities and cases that the org moved along with an owner stay with the new owner.",
                "Account teams that the org dissolved with an owner change are not set up again by the undo.",
                "Mails, tasks and automations that the change set off are not called back.");
    }
}
