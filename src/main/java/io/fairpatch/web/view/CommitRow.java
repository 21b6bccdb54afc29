package io.fairpatch.web.view;

/** One commit in the list. */
public record CommitRow(String href, String title, StateBadge state, String sentence, String started) {}
