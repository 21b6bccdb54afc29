package io.fairpatch.sandbox.http;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a body that holds several parts. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("(?i)content-disposition:[^\\n]*\\bname=\"([^\"]*)\"");

    private Multipart() {}

    /** The parts by name, as bytes. */
    public static Map<String, byte[]> parts(String contentType, byte[] body) {
        var boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw new ApiException(400, "INVALIDJOB", "the content type names no boundary");
        }
        // one character a byte, so that parts keep their bytes
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var parts = new HashMap<String, byte[]>();
        for (var piece : text.split("(\\r?\\n)?--" + Pattern.quote(boundary.group(1)))) {
            var blank = Pattern.compile("\\r?\\n\\r?\\n").matcher(piece);
            if (blank.find()) {
                var name = NAME.matcher(piece.substring(0, blank.start()));
                if (name.find()) {
                    parts.put(name.group(1), piece.substring(blank.end()).getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return parts;
    }
}
