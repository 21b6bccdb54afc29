package io.fairpatch.app.wiring;

import io.fairpatch.app.database.DatabaseServer;
import io.fairpatch.app.database.EmbeddedServer;
import io.fairpatch.app.database.GivenServer;

/** The PostgreSQL of this installation. */
public final class Servers {
    private Servers() {}

    /** The one of {@code FAIRPATCH_DB_URL}, else the embedded one of the home folder, started or joined. */
    public static DatabaseServer open(Home home, Environment environment) {
        return GivenServer.of(environment.variables()).orElseGet(() -> EmbeddedServer.open(home.folder("postgresql")));
    }
}
