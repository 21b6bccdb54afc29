package io.fairpatch.web.view;

/** One part of the page about the org. */
public record OrgTab(String label, String href, boolean current) {}
