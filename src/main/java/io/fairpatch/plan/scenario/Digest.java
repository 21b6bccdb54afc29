package io.fairpatch.plan.scenario;

import io.fairpatch.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;

/** What tells whether two runs of a scenario came out the same. */
final class Digest {
    private Digest() {}

    /** SHA-256 over who has what, in the order of accounts, in hexadecimal. */
    static String of(Plan plan) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(plan.rep()).forEach((account, rep) -> {
                String line = account.value() + "," + rep.value() + "\n";
                sha.update(line.getBytes(StandardCharsets.US_ASCII));
            });
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
