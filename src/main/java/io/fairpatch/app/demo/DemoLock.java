package io.fairpatch.app.demo;

import io.fairpatch.app.wiring.Home;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;

/**
 * Lets one demo with pages at a time run on a home folder: a second would share the first one's people and proposals.
 * The lock falls with the process.
 */
record DemoLock(FileChannel file) implements AutoCloseable {
    static DemoLock of(Home home) {
        var path = home.folder("demo").resolve("in-use.lock");
        try {
            var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (file.tryLock() == null) {
                file.close();
                throw Problem.of(ErrorCode.HOME_IN_USE, "Another demo is running on " + home.folder())
                        .maybe("stop that one with Ctrl-C, or set FAIRPATCH_HOME to another folder to run both")
                        .exception();
            }
            return new DemoLock(file);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The file " + path + " can't be locked")
                    .because(e.getMessage())
                    .maybe("set FAIRPATCH_HOME to a folder you may write to")
                    .exception(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
