package io.fairpatch.access;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the vault's key comes from: {@code FAIRPATCH_VAULT_KEY}, else a file of the home folder that only its owner may
 * read, made when first needed. While one key replaces another the variable holds both, separated by a comma: the first
 * seals, each opens.
 */
public final class VaultKeys {
    private static final String VARIABLE = "FAIRPATCH_VAULT_KEY";
    private static final String OWNER_ONLY = "rw-------";

    private final Optional<String> variable;
    private final Path file;
    private final SecureRandom random;

    /** @param variable the value of FAIRPATCH_VAULT_KEY */
    public VaultKeys(Optional<String> variable, Path file, SecureRandom random) {
        this.variable = variable;
        this.file = file;
        this.random = random;
    }

    /** For people: where the key is. */
    public String place() {
        return variable.isPresent() ? VARIABLE : file.toString();
    }

    /** Whether others than its owner may read the key's file; never for one in the environment. */
    public boolean readableByOthers() {
        try {
            return variable.isEmpty()
                    && Files.exists(file)
                    && !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                            .endsWith("------");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Reads the key, where there is one.
     *
     * @throws io.fairpatch.error.FairpatchException VAULT_KEY when it is none
     */
    public void check() {
        all();
    }

    SecureRandom random() {
        return random;
    }

    /** The key that seals, made when there is none. */
    VaultKey sealing() {
        if (variable.isEmpty() && !Files.exists(file)) {
            make();
        }
        return all().get(0);
    }

    /** Every key that may open something; empty when none was ever made. */
    List<VaultKey> all() {
        if (variable.isPresent()) {
            return Arrays.stream(variable.get().split(","))
                    .map(text -> VaultKey.parse(text, VARIABLE))
                    .toList();
        }
        try {
            return Files.exists(file) ? List.of(VaultKey.parse(Files.readString(file), file.toString())) : List.of();
        } catch (IOException e) {
            throw unusable("it can't be read", e);
        }
    }

    private void make() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var channel = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))) {
                channel.write(java.nio.charset.StandardCharsets.US_ASCII.encode(VaultKey.make(random) + "\n"));
            }
        } catch (FileAlreadyExistsException e) {
            // another process was quicker, and its key is as good
        } catch (IOException | UnsupportedOperationException e) {
            throw unusable("it can't be made readable by its owner alone", e);
        }
    }

    private RuntimeException unusable(String why, Exception cause) {
        return Problem.of(ErrorCode.VAULT_KEY, "The vault's key can't be used")
                .at(file.toString())
                .because(why)
                .maybe("set " + VARIABLE + " to 32 random bytes in base64: openssl rand -base64 32")
                .exception(cause);
    }
}
