/** Where places are: US postal codes and the world's cities, offline. No I/O but reading its own resources. */
@NullMarked
package io.fairpatch.geo;

import org.jspecify.annotations.NullMarked;
