package io.fairpatch.web.view;

import io.fairpatch.plan.Book;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All books, as they are and as the newest proposal would have them. */
public record TerritoriesPage(
        Shell shell,
        String sentence,
        @Nullable String proposal,
        String bandWords,
        Measure measure,
        List<BookToggle> toggles,
        List<BookBar> books,
        List<Row> rows,
        List<ReportPage.Menu> menu) {
    public TerritoriesPage {
        toggles = List.copyOf(toggles);
        books = List.copyOf(books);
        rows = List.copyOf(rows);
        menu = List.copyOf(menu);
    }

    /** Before there is a proposal. */
    public static TerritoriesPage empty(Shell shell, List<ReportPage.Menu> menu) {
        return new TerritoriesPage(
                shell, "No plan yet.", null, "", Measure.POTENTIAL, List.of(), List.of(), List.of(), menu);
    }

    /** One territory in figures and in words. */
    public record Row(
            String territory, String sheet, String rep, Book.Load before, Book.Load after, String narrative) {}
}
