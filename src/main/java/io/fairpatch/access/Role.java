package io.fairpatch.access;

/** What a person is here for. A person may have several; rights add up. */
public enum Role {
    /** Installs, configures, keeps people. */
    ADMIN,
    /** Plans, proposes, decides, commits. */
    OPS,
    /** Decides on moves and approves proposals. */
    APPROVER,
    /** Decides on moves of the own team. */
    MANAGER,
    /** Sells; sees territory and reason in the CRM. */
    REP,
    /** Looks on. */
    VIEWER
}
