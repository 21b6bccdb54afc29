package io.fairpatch.sandbox.metadata;

import io.fairpatch.sandbox.http.ApiException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files in zips. */
final class ZipFiles {
    private static final int MOST_FILES = 10_000;
    private static final int MOST_BYTES = 39_000_000;
    private static final int MOST_BYTES_INFLATED = 600_000_000;

    private ZipFiles() {}

    /** Contents by path; a folder around all of them is taken away. */
    static Map<String, byte[]> read(byte[] zip) throws IOException {
        if (zip.length > MOST_BYTES) {
            throw new ApiException(
                    400,
                    "LIMIT_EXCEEDED",
                    "Maximum size of request reached. Maximum size of request is 52428800 bytes.");
        }
        var files = new LinkedHashMap<String, byte[]>();
        long left = MOST_BYTES_INFLATED;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var content = in.readNBytes((int) Math.min(left + 1, Integer.MAX_VALUE));
                    left -= content.length;
                    files.put(entry.getName(), content);
                }
                if (left < 0 || files.size() > MOST_FILES) {
                    throw new ApiException(400, "LIMIT_EXCEEDED", "The zip file holds more than 10000 files or 600 MB");
                }
            }
        }
        return unwrapped(files);
    }

    /** A zip of these files, all in one folder; empty for none. */
    static byte[] write(String folder, Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(folder + file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unwrapped(Map<String, byte[]> files) {
        var root = files.keySet().stream()
                .filter(path -> path.endsWith("package.xml"))
                .map(path -> path.substring(0, path.length() - "package.xml".length()))
                .findFirst()
                .orElse("");
        var plain = new LinkedHashMap<String, byte[]>();
        files.forEach(
                (path, content) -> plain.put(path.startsWith(root) ? path.substring(root.length()) : path, content));
        return plain;
    }
}
