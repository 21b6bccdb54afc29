package io.fairpatch.sandbox.oauth;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/** The key whose owner may sign in by JWT. Its private part lies in a file that only this user reads. */
public final class JwtKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final int BITS = 2048;

    private final Path file;
    private final PublicKey publicKey;

    private JwtKey(Path file, PublicKey publicKey) {
        this.file = file;
        this.publicKey = publicKey;
    }

    /** The key kept in this folder, made when it is not there. */
    public static JwtKey in(Path folder) {
        var file = folder.resolve("sandbox-jwt.key");
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                make(file);
            }
            return new JwtKey(file, publicKey(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw problem(file, e);
        }
    }

    /** Private key in PEM (PKCS#8). */
    public Path file() {
        return file;
    }

    /** Whether this text was signed with the key (RS256). */
    boolean signed(String text, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withRSA");
            check.initVerify(publicKey);
            check.update(text.getBytes(StandardCharsets.US_ASCII));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void make(Path file) throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        var key = generator.generateKeyPair().getPrivate().getEncoded();
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(
                file, BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key) + END);
    }

    private static PublicKey publicKey(Path file) throws IOException, GeneralSecurityException {
        var pem = Files.readString(file).replace(BEGIN, "").replace(END, "");
        var factory = KeyFactory.getInstance("RSA");
        var key = (RSAPrivateCrtKey) factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
        return factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
    }

    private static FairpatchException problem(Path file, Throwable cause) {
        return Problem.of(ErrorCode.FILE_INVALID, "The sandbox cannot make or read its key for JWT sign-in")
                .at(file.toString())
                .because(cause.toString())
                .maybe("delete the file and start again.")
                .exception(cause);
    }
}
