package io.fairpatch.sandbox.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.fault.Faults;
import io.fairpatch.sandbox.limit.Limits;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The web server. */
public final class WebServer implements AutoCloseable {
    private static final int THREADS = 64;
    private static final int BACKLOG = 256;

    static {
        // read once, when the JDK's server is first used; without the first every small answer waits 40 ms, without the
        // second connections beyond 200 are closed under clients that were told to keep them
        unlessGiven("sun.net.httpserver.nodelay", "true");
        unlessGiven("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final CountDownLatch closing = new CountDownLatch(1);

    private WebServer(HttpServer server, Router router, Faults faults, Limits limits) {
        this.server = server;
        var number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            var thread = new Thread(task, "sandbox-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        server.createContext("/", new Front(router, faults, closing, limits));
    }

    private static void unlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Binds the port; nothing is answered before {@link #start}.
     *
     * @param port 0 takes a free one
     * @param tls null for plain HTTP
     */
    public static WebServer bind(
            String host, int port, @Nullable SSLContext tls, Router router, Faults faults, Limits limits) {
        try {
            var address = new InetSocketAddress(host, port);
            return new WebServer(
                    tls == null ? HttpServer.create(address, BACKLOG) : secure(address, tls), router, faults, limits);
        } catch (BindException e) {
            throw Problem.of(ErrorCode.PORT_IN_USE, "Port %d of %s is in use".formatted(port, host))
                    .at(host + ":" + port)
                    .maybe("stop the other program, or choose another port; --port 0 takes a free one.")
                    .exception(e);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.USAGE, "The sandbox cannot listen on %s:%d".formatted(host, port))
                    .because(e.toString())
                    .maybe("choose another --host or --port.")
                    .exception(e);
        }
    }

    private static HttpServer secure(InetSocketAddress address, SSLContext tls) throws IOException {
        var server = HttpsServer.create(address, BACKLOG);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    public void start() {
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
