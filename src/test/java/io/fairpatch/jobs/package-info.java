@NullMarked
package io.fairpatch.jobs;

import org.jspecify.annotations.NullMarked;
