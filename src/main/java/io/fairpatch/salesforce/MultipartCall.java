package io.fairpatch.salesforce;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A multipart request: a part of JSON and a file. */
final class MultipartCall {
    private MultipartCall() {}

    static Call of(String path, String jsonPart, String json, String filePart, String fileName, byte[] file) {
        var boundary = "fairpatch-" + UUID.nameUUIDFromBytes(file);
        var body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + jsonPart
                + "\"\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n"));
        body.writeBytes(utf8("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + filePart
                + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/zip\r\n\r\n"));
        body.writeBytes(file);
        body.writeBytes(utf8("\r\n--" + boundary + "--\r\n"));
        return new Call(
                "POST",
                path,
                "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofByteArray(body.toByteArray()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
