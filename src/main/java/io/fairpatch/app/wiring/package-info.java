/** The parts wired together: home folder, environment, database, org, configuration. */
@NullMarked
package io.fairpatch.app.wiring;

import org.jspecify.annotations.NullMarked;
