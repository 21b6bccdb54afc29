package io.fairpatch.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StyleRulesTest {
    private static final Pattern NAME = Pattern.compile("slds-[\\w-]*");

    private final StyleRules rules = new StyleRules(Set.of("in", "also-in"));

    @Test
    void what_no_page_can_match_goes_and_the_rest_keeps_its_order() {
        assertThat(
                        rules.of(
                                "/*! a.b */@charset \"UTF-8\";p{margin:0}.out{margin:1px}.in:hover,.out,a.also-in{margin:.5em}"))
                .isEqualTo("p{margin:0}.in:hover,a.also-in{margin:.5em}");
        assertThat(rules.of(".in .out{top:0}.in.out{top:0}.in>.also-in{top:0}.inner{top:0}"))
                .isEqualTo(".in>.also-in{top:0}");
    }

    @Test
    void a_rule_for_what_lacks_a_class_stays() {
        assertThat(rules.of(".in:not(.out){top:0}a:not(.out,.more),.out{top:0}"))
                .isEqualTo(".in:not(.out){top:0}a:not(.out,.more){top:0}");
    }

    @Test
    void media_keep_what_is_left_in_them_and_fonts_and_animations_go() {
        assertThat(rules.of("@media print{.out{top:0}a{top:0}}@supports (top:0){@media print{.out{top:0}}}"))
                .isEqualTo("@media print{a{top:0}}");
        assertThat(rules.of("@font-face{font-family:x;src:url(x)}@keyframes k{from{top:0}to{top:1px}}.in{top:0}"))
                .isEqualTo(".in{top:0}");
    }

    @Test
    void half_a_sheet_is_refused() {
        assertThatThrownBy(() -> rules.of("@media print{a{top:0}")).hasMessageContaining("stays open");
    }

    /** A class that a page uses and that is not listed would lose its rules. */
    @Test
    void the_classes_listed_are_those_that_pages_use() throws IOException {
        var used = new TreeSet<String>();
        for (var folder : Set.of("src/main/jte", "src/main/java", "src/main/resources/assets")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.endsWith("Assets.java")) {
                        used.addAll(names(Files.readString(file)));
                    }
                }
            }
        }
        assertThat(used).isEqualTo(new TreeSet<>(Assets.DESIGN_CLASSES));
    }

    @Test
    void the_design_system_is_small_and_nothing_in_it_moves_or_asks_for_a_font() {
        String sheet = Assets.designSystem();
        assertThat(sheet.length()).isBetween(10_000, 20_000);
        assertThat(sheet).doesNotContain("animation", "@font-face", "url(", "Salesforce Sans");
        assertThat(names(sheet)).containsAll(Assets.DESIGN_CLASSES);
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
