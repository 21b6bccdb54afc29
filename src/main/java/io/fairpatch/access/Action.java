package io.fairpatch.access;

/** Everything a person can do that changes or shows something. */
public enum Action {
    VIEW_PROPOSALS("see proposals"),
    EXPORT("export proposals and receipts"),
    SYNC("copy the org"),
    PLAN("score and plan"),
    PROPOSE("create, submit and withdraw proposals"),
    EDIT("change the target of a move"),
    COMMENT("comment on proposals"),
    DECIDE_ANY("decide on any move"),
    DECIDE_TEAM("decide on moves of the own team"),
    APPROVE("approve proposals"),
    COMMIT("write approved changes into the org"),
    INSTALL("install fields and check the org"),
    MANAGE_PEOPLE("keep people and roles"),
    VIEW_AUDIT("see the audit log"),
    VIEW_OWN_TERRITORY("see the own territory");

    private final String words;

    Action(String words) {
        this.words = words;
    }

    /** Reads on after "may". */
    public String words() {
        return words;
    }
}
