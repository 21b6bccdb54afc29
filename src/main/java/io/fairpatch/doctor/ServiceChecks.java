package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.SERVICE;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Database, disk, keys: what the service itself stands on. */
final class ServiceChecks {
    private static final int OLDEST = 14;
    private static final int NEWEST = 17;
    private static final int MAJOR = 10_000;
    private static final long GIGABYTE = 1L << 30;
    private static final int COMFORT = 4;
    private static final Duration STALE = Duration.ofHours(26);

    private ServiceChecks() {}

    static List<Check> all() {
        return List.of(
                Check.ofHouse("database", SERVICE, "Database version", "FAIRPATCH_DB_URL", ServiceChecks::version),
                Check.ofHouse(
                        "durability",
                        SERVICE,
                        "Database keeps what it confirms",
                        "postgresql.conf",
                        ServiceChecks::durability),
                Check.ofHouse(
                        "database-clock", SERVICE, "Database clock", "the time service (NTP)", ServiceChecks::clock),
                Check.ofHouse("disk", SERVICE, "Disk space", "FAIRPATCH_HOME", ServiceChecks::disk),
                Check.ofHouse("vault", SERVICE, "Kept secrets", "FAIRPATCH_VAULT_KEY", ServiceChecks::vault),
                Check.ofHouse(
                        "key-files", SERVICE, "Key files", "connector.yml, signIn.keyFile", ServiceChecks::keyFiles),
                Check.ofOrg("last-copy", SERVICE, "Last copy", "./fairpatch sync", ServiceChecks::lastCopy));
    }

    private static Verdict version(Examination it) {
        return version(Integer.parseInt(show(it, "server_version_num")) / MAJOR, show(it, "server_version"));
    }

    static Verdict version(int number, String text) {
        var what = "PostgreSQL " + text + " answers.";
        if (number < OLDEST) {
            return Verdict.fail(what, "We need 14 or newer.", "Move to PostgreSQL 14, 15, 16 or 17.");
        }
        return number > NEWEST
                ? Verdict.warn(
                        what, "We know 14 to 17.", "Stay on PostgreSQL 17 until a release of ours names this one.")
                : Verdict.pass(what);
    }

    private static Verdict durability(Examination it) {
        return durability(Stream.of("fsync", "synchronous_commit", "full_page_writes")
                .filter(name -> show(it, name).equals("off"))
                .toList());
    }

    static Verdict durability(List<String> off) {
        return off.isEmpty()
                ? Verdict.pass("fsync, synchronous_commit and full_page_writes are on.")
                : Verdict.fail(
                        String.join(", ", off) + (off.size() == 1 ? " is off." : " are off."),
                        "After a crash the ledger of writes may have forgotten what was sent: a write could happen twice.",
                        "Switch it on in the database's configuration.");
    }

    private static Verdict clock(Examination it) {
        var ours = it.house().clock().instant();
        var theirs = it.house().jdbi().withHandle(handle -> handle.createQuery("SELECT clock_timestamp()")
                .mapTo(java.time.Instant.class)
                .one());
        long seconds = Duration.between(ours, theirs).abs().toSeconds();
        var what = "The database's clock and this machine's differ by " + seconds + " s.";
        return seconds < 60
                ? Verdict.pass(what)
                : Verdict.warn(
                        what, "Leases and the order of the audit log rest on clocks.", "Switch on the time service.");
    }

    private static Verdict disk(Examination it) {
        long free = free(it.house().home());
        long needed = it.house().neededBytes();
        var what = String.format(
                Locale.ENGLISH,
                "%.1f GB are free at %s.",
                free / (double) GIGABYTE,
                it.house().home());
        if (free < needed) {
            return Verdict.fail(
                    what, "The database stops when the disk is full.", "Free some space, or move FAIRPATCH_HOME.");
        }
        return free < COMFORT * needed
                ? Verdict.warn(what, "A large copy may fill it.", "Free some space, or move FAIRPATCH_HOME.")
                : Verdict.pass(what);
    }

    private static Verdict vault(Examination it) {
        var keys = it.house().vault().keys();
        var url = it.house().orgUrl().get().toString();
        var kept = it.house().vault().list(url);
        // a key that is none would be noticed only by the first secret that is to be kept
        keys.check();
        // opening each one proves the key; what it says is dropped
        kept.forEach(secret -> it.house().vault().get(url, secret.name()));
        if (keys.readableByOthers()) {
            return Verdict.fail(
                    "The vault's key can be read by others.",
                    "Whoever reads it and the database has the way into your org.",
                    "Run: chmod 600 " + keys.place());
        }
        return Verdict.pass(
                kept.isEmpty()
                        ? "No secret is kept here; secrets come from the environment."
                        : "All " + kept.size() + " kept secrets open with the key in " + keys.place() + ".");
    }

    private static Verdict keyFiles(Examination it) {
        var signIn = it.config().connector().signIn();
        var open = Stream.of(signIn.keyFile(), signIn.otherKeyFile())
                .flatMap(Stream::ofNullable)
                .filter(place -> !place.startsWith("vault:"))
                .filter(place -> readableByOthers(Path.of(place)))
                .toList();
        return open.isEmpty()
                ? Verdict.pass("No private key lies open.")
                : Verdict.fail(
                        "Others on this machine may read " + String.join(", ", open) + ".",
                        "Whoever has the key can sign in to your org.",
                        "Run: chmod 600 " + String.join(" ", open));
    }

    private static Verdict lastCopy(Examination it) {
        var copy = it.copy();
        if (copy.lastFailed().isPresent()) {
            return Verdict.warn(
                    "The last copy failed, on " + copy.lastFailed().get() + ".",
                    "Plans rest on the one before.",
                    "Run ./fairpatch sync; it says what is wrong.");
        }
        if (copy.lastFinished().isEmpty()) {
            return Verdict.warn("Nothing was copied yet.", "There is nothing to plan on.", "Run ./fairpatch sync.");
        }
        var finished = copy.lastFinished().get();
        var at = finished.truncatedTo(ChronoUnit.SECONDS);
        return Duration.between(finished, it.house().clock().instant()).compareTo(STALE) > 0
                ? Verdict.warn("The last copy is of " + at + ".", "Plans rest on old data.", "Run ./fairpatch sync.")
                : Verdict.pass(
                        "The last copy is of " + at + ": " + Counts.of(copy.accounts(), "account", "accounts") + ".");
    }

    private static String show(Examination it, String name) {
        return it.house().jdbi().withHandle(handle -> handle.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one());
    }

    private static long free(Path home) {
        try {
            return Files.getFileStore(
                            Files.exists(home) ? home : home.toAbsolutePath().getRoot())
                    .getUsableSpace();
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_MISSING, "The free space at " + home + " can't be told")
                    .because(e.getMessage())
                    .exception(e);
        }
    }

    private static boolean readableByOthers(Path file) {
        try {
            var rights = Files.getPosixFilePermissions(file);
            return rights.contains(PosixFilePermission.OTHERS_READ) || rights.contains(PosixFilePermission.GROUP_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
