@NullMarked
package io.fairpatch.app.wiring;

import org.jspecify.annotations.NullMarked;
