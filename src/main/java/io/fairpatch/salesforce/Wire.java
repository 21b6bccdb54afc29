package io.fairpatch.salesforce;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Sends single requests over HTTP/1.1 and gives back 2xx answers as streams; all else is a {@link RemoteException}. */
final class Wire {
    private static final int INFLATE_BUFFER = 65_536;

    private final HttpClient client;
    private final Pace pace;

    Wire(Pace pace) {
        this.pace = pace;
        // a redirect would carry the token to another host, so none is followed
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(pace.connectTimeout())
                .proxy(ProxySelector.getDefault())
                .build();
    }

    /** The caller closes the answer. */
    Reply send(URI base, Call call, @Nullable String token) {
        var uri = base.resolve(call.path());
        var where = place(uri);
        var request = call.method() + " " + uri.getPath();
        try {
            var response = client.send(request(uri, call, token), info -> new IdleBody(pace.idleTimeout()));
            return checked(response, request, where);
        } catch (IOException e) {
            throw FailureTable.of(e, request, where).exception(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(where, e);
        }
    }

    static FairpatchException interrupted(String where, Throwable cause) {
        return Problem.of(ErrorCode.INTERRUPTED, "Stopped while talking to the org.")
                .at(where)
                .exception(cause);
    }

    private HttpRequest request(URI uri, Call call, @Nullable String token) {
        var builder = HttpRequest.newBuilder(uri)
                .timeout(pace.answerTimeout())
                .header("Accept", "*/*")
                .header("Accept-Encoding", "gzip")
                .header("User-Agent", "Fairpatch")
                .method(call.method(), call.body());
        var type = call.contentType();
        if (type != null) {
            builder.header("Content-Type", type);
        }
        var ifMatch = call.ifMatch();
        if (ifMatch != null) {
            builder.header("If-Match", ifMatch);
        }
        if (token != null) {
            builder.header("Authorization", "Bearer " + token).header("Sforce-Call-Options", "client=Fairpatch");
        }
        return builder.build();
    }

    private static Reply checked(HttpResponse<InputStream> response, String request, String where) throws IOException {
        var body = response.body();
        var encoding = response.headers().firstValue("Content-Encoding").orElse("");
        boolean empty = response.statusCode() == 204
                || "0".equals(response.headers().firstValue("Content-Length").orElse(""));
        if (encoding.equals("gzip") && !empty) {
            body = new GZIPInputStream(body, INFLATE_BUFFER);
        }
        var reply = new Reply(request, where, response.statusCode(), response.headers(), body);
        if (reply.ok() && !reply.html()) {
            return reply;
        }
        try (reply) {
            throw FailureTable.of(reply).exception();
        }
    }

    private static String place(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority() + uri.getPath();
    }
}
