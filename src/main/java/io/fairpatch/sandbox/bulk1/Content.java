package io.fairpatch.sandbox.bulk1;

import io.fairpatch.sandbox.http.ApiException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipInputStream;

/**
 * What the batches of a job are written in.
 *
 * @param zipped whether the rows come as the file {@code request.txt} of a zip
 */
record Content(Format format, boolean zipped) {
    private static final String ROWS = "request.txt";

    /** How rows and results are written. */
    enum Format {
        CSV,
        JSON,
        XML;

        String mediaType() {
            return (this == CSV ? "text/" : "application/") + name().toLowerCase(Locale.ROOT) + ";charset=UTF-8";
        }
    }

    static Content of(String name) {
        try {
            return new Content(Format.valueOf(name.replaceFirst("^ZIP_", "")), name.startsWith("ZIP_"));
        } catch (IllegalArgumentException e) {
            throw new ApiException(400, "InvalidJob", "Unsupported content type " + name);
        }
    }

    String label() {
        return (zipped ? "ZIP_" : "") + format;
    }

    /** The rows of a batch as they were before they were zipped. */
    byte[] rows(byte[] sent) throws IOException {
        if (!zipped) {
            return sent;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(sent))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(ROWS)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new ApiException(400, "InvalidBatch", ROWS + " is missing in the zip");
    }
}
