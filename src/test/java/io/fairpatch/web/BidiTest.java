package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.web.view.Bidi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BidiTest {
    /** In the third column [ and ] stand for what holds a name together. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one name   | Travel: 599 km from נועה, 2722 km from Ben.    | Travel: 599 km from [נועה], 2722 km from Ben.",
                "two words  | Assigned to נועה בן־דוד: closer.               | Assigned to [נועה בן־דוד]: closer.",
                "two people | From נועה, to شركة الأمل: 12 % over.           | From [נועה], to [شركة الأمل]: 12 % over.",
                "one letter | ה 5 goes                                       | [ה] 5 goes",
                "none       | Ben Fischer was 55 % over target.              | Ben Fischer was 55 % over target."
            })
    void a_name_from_right_to_left_is_held_together(String what, String sentence, String shown) {
        assertThat(Bidi.isolated(sentence).replace('\u2068', '[').replace('\u2069', ']'))
                .as(what)
                .isEqualTo(shown);
    }
}
