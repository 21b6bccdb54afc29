package io.fairpatch.review;

import java.time.LocalDate;

/**
 * One phase of a change that is written step by step: a proposal of its own.
 *
 * @param number from 1, by the day from which it holds
 * @param effective the day from which its moves hold
 * @param spreadAfter highest share of target over lowest once it and all before are written
 */
public record Phase(
        String proposal,
        int number,
        LocalDate effective,
        ProposalState state,
        int moves,
        long potentialCents,
        double spreadAfter) {}
