package io.fairpatch.web.org;

import io.fairpatch.doctor.Diagnosis;
import io.fairpatch.doctor.Doctor;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The doctor's last findings, so that a page shows at once; kept in memory alone. Thread-safe. */
@Singleton
public class LastLook {
    private final Doctor doctor;
    private volatile @Nullable Diagnosis last;

    LastLook(Doctor doctor) {
        this.doctor = doctor;
    }

    Optional<Diagnosis> known() {
        return Optional.ofNullable(last);
    }

    /** Looks now; those who ask meanwhile wait for the same look. */
    public synchronized Diagnosis now() {
        var diagnosis = doctor.examine();
        last = diagnosis;
        return diagnosis;
    }
}
