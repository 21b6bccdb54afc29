package io.fairpatch.web.view;

/** One proposal in the list. */
public record ProposalRow(
        String href, String title, StateBadge state, String sentence, long moves, long stamps, String made) {}
