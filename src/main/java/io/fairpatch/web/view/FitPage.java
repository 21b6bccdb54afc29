package io.fairpatch.web.view;

import io.fairpatch.web.view.ReportPage.Menu;
import java.util.List;

/**
 * The opening questions.
 *
 * @param sentence whether planning territories fits here
 * @param menu the reports beside it
 * @param mayAnswer whether this person may
 */
public record FitPage(Shell shell, String sentence, List<Item> items, List<Menu> menu, boolean mayAnswer) {
    public FitPage {
        items = List.copyOf(items);
        menu = List.copyOf(menu);
    }

    /**
     * A question.
     *
     * @param data what the org's data says
     * @param sign what to look at, empty when nothing stands out
     * @param said what people answered, empty when nobody did
     * @param by who and when
     */
    public record Item(String key, String question, String data, String sign, String said, String by) {}
}
