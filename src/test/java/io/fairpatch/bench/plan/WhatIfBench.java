package io.fairpatch.bench.plan;

import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.plan.BoardMeasured;
import java.util.List;
import java.util.Map;

/** Hands on the board of a large org: a choice, and planning again around some. */
public final class WhatIfBench implements Bench {
    @Override
    public String name() {
        return "what-if";
    }

    @Override
    public String about() {
        return "a choice by hand on the demo org's board, and planning again around ten of them";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("accounts", "100000", "reps", "500", "choices", "1000");
    }

    @Override
    public List<Figure> run(BenchOptions options) {
        int accounts = options.number("accounts");
        int reps = options.number("reps");
        int choices = options.number("choices");
        var measured = BoardMeasured.of(accounts, reps, choices);
        String size = accounts + " accounts x " + reps + " reps, ";
        return List.of(
                Figure.atMost(size + "slowest of " + choices + " choices", measured.slowest(), "ms", 100),
                Figure.plain(size + "median choice", measured.median(), "ms"),
                Figure.atMost(size + "planning again around ten choices", measured.replan(), "s", 5),
                Figure.atMost(size + "choices that were not kept", measured.lost(), "choices", 0));
    }
}
