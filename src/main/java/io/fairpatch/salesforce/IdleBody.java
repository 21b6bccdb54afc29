package io.fairpatch.salesforce;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's body as a stream that gives up when nothing arrives for a while. {@code java.net.http} times only the wait
 * for the first byte: a server that falls silent in mid-body would hold its reader for ever. Read by one thread.
 */
final class IdleBody extends InputStream implements BodySubscriber<InputStream> {
    /** Pieces asked for ahead of the reader, at most 16 KB each. */
    private static final int AHEAD = 16;

    private final BlockingQueue<List<ByteBuffer>> pieces = new LinkedBlockingQueue<>();
    private final List<ByteBuffer> end = List.of(ByteBuffer.allocate(0));
    private final Duration idle;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable broken;
    private Iterator<ByteBuffer> current = List.<ByteBuffer>of().iterator();
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean ended;

    IdleBody(Duration idle) {
        this.idle = idle;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(buffers);
    }

    @Override
    public void onError(Throwable failure) {
        broken = failure;
        pieces.add(end);
    }

    @Override
    public void onComplete() {
        pieces.add(end);
    }

    @Override
    public int read() throws IOException {
        return advance() ? piece.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(into, offset, count);
        return count;
    }

    @Override
    public int available() {
        return piece.remaining();
    }

    /** Makes {@code piece} hold bytes; false at the end. */
    private boolean advance() throws IOException {
        while (!piece.hasRemaining()) {
            if (ended) {
                return false;
            }
            if (current.hasNext()) {
                piece = current.next();
            } else {
                take();
            }
        }
        return true;
    }

    private void take() throws IOException {
        var next = await();
        if (next == end) {
            ended = true;
            var cause = broken;
            if (cause != null) {
                throw new IOException("the connection broke off in mid-answer", cause);
            }
            return;
        }
        current = next.iterator();
        var source = subscription;
        if (source != null) {
            source.request(1);
        }
    }

    private List<ByteBuffer> await() throws IOException {
        try {
            var next = pieces.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                close();
                throw new SocketTimeoutException("nothing arrived for " + Pace.text(idle));
            }
            return next;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading an answer");
        }
    }

    @Override
    public void close() {
        ended = true;
        var source = subscription;
        if (source != null) {
            source.cancel();
        }
    }
}
