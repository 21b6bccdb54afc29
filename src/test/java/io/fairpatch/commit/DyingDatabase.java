package io.fairpatch.commit;

import io.fairpatch.store.Database;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The database as one process sees it that is killed right after its n-th transaction became durable. */
final class DyingDatabase implements DataSource {
    /** The process is gone; nothing in main code catches it. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;

        Death() {
            super("killed on purpose");
        }
    }

    private final DataSource source;
    private final int lastCommit;
    private final Consumer<String> afterCommit;
    int commits;

    DyingDatabase(DataSource source, int lastCommit) {
        this(source, lastCommit, step -> {});
    }

    /** @param afterCommit told the ledger's step whenever one became durable */
    DyingDatabase(DataSource source, int lastCommit, Consumer<String> afterCommit) {
        this.source = source;
        this.lastCommit = lastCommit;
        this.afterCommit = afterCommit;
    }

    /** The method of the ledger that the current transaction belongs to; empty for any other. */
    private static String step() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> frame.getClassName().equals(Ledger.class.getName()))
                        .map(StackWalker.StackFrame::getMethodName)
                        .filter(name -> !name.startsWith("lambda"))
                        .reduce("", (inner, outer) -> outer));
    }

    Jdbi jdbi() {
        return Database.jdbi(this);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection real = source.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals("commit")) {
                        afterCommit.accept(step());
                        if (++commits == lastCommit) {
                            throw new Death();
                        }
                    }
                    return answer;
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLException("One user only");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
