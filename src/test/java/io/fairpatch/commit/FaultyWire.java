package io.fairpatch.commit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A wire to the practice org that breaks at one call: a TCP proxy that knows just enough HTTP to find the call. */
final class FaultyWire implements AutoCloseable {
    /** How a wire breaks. */
    enum Kind {
        /** Nobody listens for a moment. */
        REFUSED,
        RESET_BEFORE_REQUEST,
        /** The org gets the request; its answer meets a dead connection. */
        RESET_AFTER_REQUEST,
        RESET_MID_ANSWER,
        /** The answer stops in its middle, and the connection stays open. */
        STALLED,
        SLOW,
        /** The org's side is closed in the middle of the answer. */
        HALF_CLOSE,
        GARBAGE,
        /** A shorter answer that looks whole. */
        TRUNCATED,
        /** The org did it; the connection ends without a word. */
        LOST_ANSWER
    }

    private record Fault(Kind kind, String method, Pattern path) {
        boolean hits(String requestLine) {
            String[] parts = requestLine.split(" ");
            return parts.length > 1
                    && parts[0].equals(method)
                    && path.matcher(parts[1]).matches();
        }
    }

    private static final int PIECES = 5;

    private final URI org;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "faulty wire");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<@Nullable Fault> armed = new AtomicReference<>();
    private final int port;
    private volatile ServerSocket listener;
    private volatile boolean closed;

    FaultyWire(URI org) {
        this.org = org;
        this.listener = listen(0);
        this.port = listener.getLocalPort();
        threads.execute(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Breaks the next call of this method whose path matches; all others pass. */
    void arm(Kind kind, String method, String path) {
        armed.set(new Fault(kind, method, Pattern.compile(path)));
    }

    /** Whether the armed fault has not struck yet. */
    boolean armed() {
        return armed.get() != null;
    }

    void disarm() {
        armed.set(null);
    }

    private static ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!closed) {
            try {
                Socket client = listener.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(org.getHost(), org.getPort())) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            for (byte[] request = message(client.getInputStream());
                    request.length > 0;
                    request = message(client.getInputStream())) {
                Fault fault = armed.get();
                boolean hit = fault != null && fault.hits(firstLine(request)) && armed.compareAndSet(fault, null);
                if (!hit || fault == null) {
                    client.getOutputStream().write(exchange(server, request));
                } else if (!survives(fault.kind(), client, server, request)) {
                    return;
                }
            }
        } catch (IOException e) {
            // one side is gone: so is this connection
            assertHarmless(e);
        }
    }

    private static void assertHarmless(IOException e) {
        if (e.getMessage() == null) {
            throw new UncheckedIOException(e);
        }
    }

    /** Strikes; false when the connection is to end. */
    private boolean survives(Kind kind, Socket client, Socket server, byte[] request) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (kind) {
            case REFUSED -> refuse(client);
            case RESET_BEFORE_REQUEST -> client.setSoLinger(true, 0);
            case RESET_AFTER_REQUEST -> {
                server.getOutputStream().write(request);
                message(server.getInputStream());
                client.setSoLinger(true, 0);
            }
            case RESET_MID_ANSWER -> {
                out.write(half(exchange(server, request)));
                client.setSoLinger(true, 0);
            }
            case STALLED -> {
                out.write(half(exchange(server, request)));
                LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
            }
            case SLOW -> {
                trickle(out, exchange(server, request));
                return true;
            }
            case HALF_CLOSE -> {
                out.write(half(exchange(server, request)));
                client.shutdownOutput();
            }
            case GARBAGE -> {
                server.getOutputStream().write(request);
                message(server.getInputStream());
                out.write("\u0001\u0002 what is this? \u0003\n\n".getBytes(StandardCharsets.UTF_8));
            }
            case TRUNCATED -> {
                out.write(shorter(exchange(server, request)));
                return true;
            }
            case LOST_ANSWER -> exchange(server, request);
        }
        return false;
    }

    /** Nobody listens while new connections are tried. */
    private void refuse(Socket client) throws IOException {
        listener.close();
        client.setSoLinger(true, 0);
        client.close();
        LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
        listener = listen(port);
    }

    private static void trickle(OutputStream out, byte[] answer) throws IOException {
        int piece = answer.length / PIECES + 1;
        for (int from = 0; from < answer.length; from += piece) {
            out.write(answer, from, Math.min(piece, answer.length - from));
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static byte[] exchange(Socket server, byte[] request) throws IOException {
        server.getOutputStream().write(request);
        return message(server.getInputStream());
    }

    private static byte[] half(byte[] answer) {
        return Arrays.copyOf(answer, answer.length / 2);
    }

    /** The same answer with half of its body, at the end of a line where there is one, and a length that fits. */
    private static byte[] shorter(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n") + 4;
        String body = text.substring(end);
        int cut = body.indexOf('\n', body.length() / 2);
        String less = body.substring(0, cut < 0 ? body.length() / 2 : cut + 1);
        String head = text.substring(0, end)
                .replaceAll("(?i)transfer-encoding:[^\r]*\r\n", "")
                .replaceAll("(?i)content-length:[^\r]*\r\n", "")
                .replaceFirst("\r\n\r\n$", "\r\nContent-Length: " + less.length() + "\r\n\r\n");
        return (head + less).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String firstLine(byte[] message) {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        return text.substring(0, Math.max(0, text.indexOf("\r\n")));
    }

    /** One whole request or answer; empty when the other side has closed. */
    private static byte[] message(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        int next = 0;
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            bytes.write(next);
        }
        String head = bytes.toString(StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        int at = head.indexOf("content-length:");
        if (at >= 0) {
            int length = Integer.parseInt(
                    head.substring(at + 15, head.indexOf('\r', at)).strip());
            bytes.write(in.readNBytes(length));
        } else if (head.contains("transfer-encoding: chunked")) {
            chunks(in, bytes);
        }
        return bytes.toByteArray();
    }

    private static void chunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        int size = -1;
        while (size != 0) {
            var line = new StringBuilder();
            while (line.indexOf("\r\n") < 0) {
                line.append((char) in.read());
            }
            size = Integer.parseInt(line.toString().strip(), 16);
            bytes.write(line.toString().getBytes(StandardCharsets.ISO_8859_1));
            bytes.write(in.readNBytes(size + 2));
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        listener.close();
        threads.shutdownNow();
    }
}
