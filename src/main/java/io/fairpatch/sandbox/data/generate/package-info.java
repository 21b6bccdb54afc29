/** An invented org of any size: real places, made-up companies and people, and faults planted on purpose. */
@NullMarked
package io.fairpatch.sandbox.data.generate;

import org.jspecify.annotations.NullMarked;
