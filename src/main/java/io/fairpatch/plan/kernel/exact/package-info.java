/**
 * Depth-first search with the priced bound: whole small problems and neighbourhoods of large ones; with conclusions drawn at
 * every node where plans are rare, and bounded by whole books within all bands where agents have few units.
 */
@NullMarked
package io.fairpatch.plan.kernel.exact;

import org.jspecify.annotations.NullMarked;
