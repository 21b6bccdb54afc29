package io.fairpatch.app.wiring;

import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Vault;
import io.fairpatch.config.FairpatchConfig;
import io.fairpatch.doctor.Doctor;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.store.AuditLog;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.exceptions.BeanCreationException;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** The doctor, with all it looks at. */
@Factory
final class DoctorBeans {
    private static final long NEEDED_BYTES = 1L << 30;

    @Singleton
    Doctor doctor(
            FairpatchConfig config,
            Environment environment,
            Jdbi jdbi,
            AuditLog audit,
            Vault vault,
            PersonStore people,
            Clock clock,
            Provider<OrgConnection> connection,
            Provider<OrgInspector> inspector,
            OrgAccess access) {
        var house = new io.fairpatch.doctor.House(
                config,
                jdbi,
                audit,
                vault,
                people,
                access::url,
                Home.of(environment.variables()).folder(),
                NEEDED_BYTES,
                clock);
        return new Doctor(house, () -> opened(connection).reader(), () -> opened(inspector));
    }

    /** That no org is configured is a finding, not a fault of the wiring. */
    private static <T> T opened(Provider<T> side) {
        try {
            return side.get();
        } catch (BeanCreationException e) {
            throw FairpatchException.within(e)
                    .<RuntimeException>map(known -> known)
                    .orElse(e);
        }
    }
}
