/** Main, wiring and the commands that run the house; nothing imports it. */
@NullMarked
package io.fairpatch.app;

import org.jspecify.annotations.NullMarked;
