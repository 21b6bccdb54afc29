package io.fairpatch.sync.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Says whether an even number of double quotes went by, as in every CSV file whose quotes are all closed. */
final class QuoteCount extends FilterReader {
    private boolean odd;

    QuoteCount(Reader in) {
        super(in);
    }

    boolean odd() {
        return odd;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        odd ^= c == '"';
        return c;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        for (int i = offset; i < offset + count; i++) {
            odd ^= buffer[i] == '"';
        }
        return count;
    }
}
