package io.fairpatch.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;

class UpdateCsvTest {
    @Property(tries = 300)
    void any_text_arrives_as_it_was_but_for_line_ends(@ForAll @NotEmpty @CharRange(from = '\t', to = '€') String text) {

        var csv = UpdateCsv.of("here", List.of("Id", "A__c"), List.of(Map.of("Id", "1", "A__c", text)));

        var rows = CsvReader.builder().ofCsvRecord(new String(csv, StandardCharsets.UTF_8)).stream()
                .map(row -> row.getField(1))
                .toList();
        assertThat(rows).containsExactly("A__c", text.replace("\r\n", "\n").replace('\r', '\n'));
        assertThat(csv).doesNotContain('\r');
    }
}
