package io.fairpatch.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.QueryJob;
import io.fairpatch.org.RowSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pages kept in memory come out as they came in, and take no more room than there is. */
class KeptPagesTest {
    private static final QueryJob JOB =
            new QueryJob(new BulkQuery("Task", "SELECT Id FROM Task", false), "750", "66.0", "", 0);

    private final AtomicInteger room = new AtomicInteger(5);
    private final KeptPages pages = new KeptPages(room);

    @Test
    void a_page_that_broke_off_leaves_nothing_behind() {
        page("two", "a", "b");
        pages.pageStart(List.of("Id"));
        pages.row(List.of("x"));
        pages.pageBroken();
        page("", "c");
        var told = new Told();
        pages.into(told);
        assertThat(told.all).containsExactly("[Id]", "[a]", "[b]", "2 two", "[Id]", "[c]", "1 ");
        assertThat(room).hasValue(5);
    }

    @Test
    void what_does_not_fit_makes_room_again() {
        page("two", "a", "b");
        pages.pageStart(List.of("Id"));
        List.of("c", "d", "e").forEach(id -> pages.row(List.of(id)));
        assertThatThrownBy(() -> pages.row(List.of("f"))).isInstanceOf(KeptPages.Full.class);
        pages.forget();
        assertThat(room).hasValue(5);
        var told = new Told();
        pages.into(told);
        assertThat(told.all).isEmpty();
    }

    private void page(String next, String... ids) {
        pages.pageStart(List.of("Id"));
        List.of(ids).forEach(id -> pages.row(List.of(id)));
        pages.pageEnd(ids.length, JOB.at(next, ids.length));
    }

    private static final class Told implements RowSink {
        private final List<String> all = new ArrayList<>();

        @Override
        public void pageStart(List<String> header) {
            all.add(header.toString());
        }

        @Override
        public void row(List<String> values) {
            all.add(values.toString());
        }

        @Override
        public void pageEnd(int rows) {
            throw new AssertionError("a page without its place");
        }

        @Override
        public void pageEnd(int rows, QueryJob next) {
            all.add(rows + " " + next.locator());
        }

        @Override
        public void pageBroken() {
            all.add("broken");
        }
    }
}
