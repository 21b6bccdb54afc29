package io.fairpatch.sandbox.bulk;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV as bulk results have it: every value in quotes, null as an empty one. */
public final class CsvOut {
    private final Writer out;
    private final Dialect dialect;

    public CsvOut(OutputStream stream, Dialect dialect) {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
        this.dialect = dialect;
    }

    public void line(List<? extends @Nullable String> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(dialect.delimiter());
            }
            value(values.get(i));
        }
        out.write(dialect.lineEnding());
    }

    public void flush() throws IOException {
        out.flush();
    }

    private void value(@Nullable String value) throws IOException {
        out.write('"');
        if (value != null) {
            out.write(value.indexOf('"') < 0 ? value : value.replace("\"", "\"\""));
        }
        out.write('"');
    }
}
