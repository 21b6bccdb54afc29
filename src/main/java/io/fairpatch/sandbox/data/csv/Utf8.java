package io.fairpatch.sandbox.data.csv;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says where a file stops being UTF-8. */
final class Utf8 {
    private Utf8() {}

    /** Reads the file again, line by line: a line break is never part of a longer character. */
    static Problem problem(Path path) {
        String where = path.toString();
        String why = "A byte does not belong there.";
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            int line = 1;
            for (byte[] bytes = line(in); bytes.length > 0; bytes = line(in), line++) {
                int good = goodBytes(bytes);
                if (good < bytes.length) {
                    where = path + ":" + line;
                    why = "Byte %d of line %d is 0x%02X.".formatted(good + 1, line, bytes[good]);
                    break;
                }
            }
        } catch (IOException e) {
            why = "It could not be read a second time: " + e.getMessage();
        }
        return Problem.of(ErrorCode.SANDBOX_DATA, "The file " + path.getFileName() + " is not valid UTF-8.")
                .at(where)
                .because(why)
                .maybe("save it again as \"CSV UTF-8\".");
    }

    private static byte[] line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            bytes.write(next);
            if (next == '\n') {
                break;
            }
        }
        return bytes.toByteArray();
    }

    private static int goodBytes(byte[] bytes) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(input, CharBuffer.allocate(bytes.length), true);
        return input.position();
    }
}
