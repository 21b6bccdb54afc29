package io.fairpatch.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUIRED_FIELD_MISSING:Required fields are missing: [Name]:Name --|REQUIRED_FIELD_MISSING|Required fields are missing: [Name]",
                "UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record: 001:--|UNABLE_TO_LOCK_ROW|unable to obtain exclusive access to this record: 001",
                "FIELD_CUSTOM_VALIDATION_EXCEPTION:Tier must be 1, 2 or 3|FIELD_CUSTOM_VALIDATION_EXCEPTION|Tier must be 1, 2 or 3",
                "InvalidBatch : Field name not found : X__c||InvalidBatch : Field name not found : X__c"
            })
    void code_and_message_are_told_apart(String text, String code, String message) {
        assertThat(RowError.of(text)).isEqualTo(new RowError(code, message));
    }
}
