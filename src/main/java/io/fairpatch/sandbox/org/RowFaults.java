package io.fairpatch.sandbox.org;

import io.fairpatch.sandbox.fault.Fault;
import io.fairpatch.sandbox.fault.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The faults that strike single rows of a write.
 *
 * @param faults of any kind; those that do not concern rows are passed over
 */
public record RowFaults(List<Fault> faults) {
    /** Why this row fails on demand, if it does; {@code place} counts the write's rows from 0. */
    public Optional<RowError> error(int place, @Nullable String id) {
        return faults.stream()
                .filter(fault -> strikes(fault, place))
                .map(fault -> error(fault, id))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How much too early the row's stamp is to be; zero for not at all. */
    public Duration late(int place) {
        return faults.stream()
                .filter(fault -> fault.kind() == FaultKind.LATE_COMMIT && strikes(fault, place))
                .map(fault -> Duration.ofSeconds(fault.number("seconds", 300)))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static boolean strikes(Fault fault, int place) {
        int from = fault.number("from", 0);
        return place >= from && place < from + fault.number("rows", 1);
    }

    private static Optional<RowError> error(Fault fault, @Nullable String id) {
        return switch (fault.kind()) {
            case LOCK_ROWS -> Optional.of(RowLocks.error(String.valueOf(id)));
            case REJECT_ROWS ->
                Optional.of(RowError.of(
                        fault.text("code", "FIELD_CUSTOM_VALIDATION_EXCEPTION"),
                        fault.text("message", "Refused on demand")));
            default -> Optional.empty();
        };
    }
}
