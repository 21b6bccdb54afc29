package io.fairpatch.org;

/** Both sides of one org. */
public record OrgConnection(OrgReader reader, OrgWriter writer) {}
