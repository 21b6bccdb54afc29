package io.fairpatch.web.http;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that may bring a file, read as a whole: bound part by part the framework fails now and then while it is busy.
 *
 * @param fields the first value of each name
 * @param name of the file, as whoever sent it called it; null without one
 * @param file what is in it; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record FileForm(Map<String, String> fields, @Nullable String name, byte[] file) {
    public FileForm {
        fields = Map.copyOf(fields);
    }

    /** @throws io.fairpatch.error.FairpatchException REQUEST_INVALID when the body is not the form it says it is */
    public static FileForm of(HttpRequest<?> request, byte @Nullable [] body) {
        var whole = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                request.getPath(),
                Unpooled.wrappedBuffer(body == null ? new byte[0] : body));
        whole.headers().set(HttpHeaders.CONTENT_TYPE, request.getHeaders().get(HttpHeaders.CONTENT_TYPE));
        try {
            var parts = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), whole);
            try {
                return of(parts);
            } finally {
                parts.destroy();
            }
        } catch (DecoderException e) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "The form can't be read")
                    .maybe("load the page again and repeat the step")
                    .exception(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileForm of(HttpPostRequestDecoder parts) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        String name = null;
        byte[] file = new byte[0];
        for (InterfaceHttpData part : parts.getBodyHttpDatas()) {
            if (part instanceof Attribute field) {
                fields.putIfAbsent(field.getName(), field.getValue());
            } else if (part instanceof FileUpload sent && name == null) {
                name = sent.getFilename();
                file = sent.get();
            }
        }
        return new FileForm(fields, name, file);
    }
}
