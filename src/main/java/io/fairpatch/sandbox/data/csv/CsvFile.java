package io.fairpatch.sandbox.data.csv;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** One object's file, read anew from the start as often as wanted. */
record CsvFile(Path path, String object) {

    /** The header's cells. */
    List<String> header() {
        try (var rows = CsvRows.open(path)) {
            CsvRows.Row header = rows.next();
            if (header == null) {
                throw problem("The file " + name() + " is empty.", 1)
                        .maybe("export it again, or remove it from the folder.")
                        .exception();
            }
            return header.cells();
        }
    }

    /** The rows behind the header as arrays. */
    Iterator<String[]> values() {
        CsvRows rows = CsvRows.open(path);
        rows.next();
        return new Iterator<>() {
            private CsvRows.@Nullable Row ahead = rows.next();

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public String[] next() {
                CsvRows.Row row = ahead;
                if (row == null) {
                    throw new NoSuchElementException();
                }
                ahead = rows.next();
                return row.cells().toArray(new String[0]);
            }
        };
    }

    String name() {
        return path.getFileName().toString();
    }

    Problem problem(String what, long line) {
        return Problem.of(ErrorCode.SANDBOX_DATA, what).at(path + ":" + line);
    }

    Problem problem(String what, long line, String column) {
        return Problem.of(ErrorCode.SANDBOX_DATA, what).at(path + ":" + line + ", column " + column);
    }

    static FairpatchException unreadable(Path path, IOException cause) {
        return Problem.of(ErrorCode.FILE_MISSING, "The file (" + path + ") cannot be read.")
                .because(String.valueOf(cause.getMessage()))
                .maybe("check that it is there and may be read.")
                .exception(cause);
    }
}
