package io.fairpatch.plan.kernel.model;

import java.util.List;

/** The names of a problem's units, agents and measures, by index, for sentences and answers. */
public record Labels(List<String> units, List<String> agents, List<String> measures) {}
