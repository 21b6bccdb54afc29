package io.fairpatch.salesforce;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * A private RSA key, PKCS#8 PEM, read anew at each sign-in, so that a new key needs no restart.
 *
 * @param place where it is kept, for messages
 * @param pem the key itself; never shown
 */
public record PemKey(String place, Supplier<String> pem) {
    /** A key in a file. */
    public static PemKey file(Path file) {
        return new PemKey(file.toString(), () -> read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.ORG_SIGN_IN, "The key for signing in can't be read.")
                    .at(file.toString())
                    .because(e.getClass().getSimpleName())
                    .maybe("check the path and that this service's user may read the file")
                    .exception(e);
        }
    }

    @Override
    public String toString() {
        return "PemKey[" + place + "]";
    }
}
