package io.fairpatch.sandbox.http;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that the sandbox signs itself, made by the JDK's keytool. */
public final class SelfSigned {
    private static final String PASSWORD = "fairpatch";
    private static final String FILE = "sandbox-https.p12";

    private SelfSigned() {}

    /** The certificate kept in this folder, made when it is not there. */
    public static SSLContext in(Path folder, String host) {
        var file = folder.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                make(file, host);
            }
            return context(file);
        } catch (IOException | GeneralSecurityException e) {
            throw problem(file, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem(file, "interrupted");
        }
    }

    private static void make(Path file, String host) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var own = Address.isWildcard(host) ? "127.0.0.1" : host;
        var name = own.matches("[0-9.]+|.*:.*") ? "ip:" + own : "dns:" + own;
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "sandbox",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-validity",
                        "3650",
                        "-dname",
                        "CN=" + own,
                        "-ext",
                        "SAN=" + name + ",dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw problem(file, said.strip());
        }
    }

    private static SSLContext context(Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static FairpatchException problem(Path file, String why) {
        return Problem.of(ErrorCode.FILE_INVALID, "The certificate for https cannot be made or read")
                .at(file.toString())
                .because(why)
                .maybe("delete the file and start again, on a full JDK.")
                .exception();
    }
}
