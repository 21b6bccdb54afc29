package io.fairpatch.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads {@code connector-config/}: YAML, checked against the packaged JSON Schema of each file, then bound to records
 * that check what a schema cannot say. Throws CONFIG_MISSING or CONFIG_INVALID with file, line, column, key and advice.
 */
public final class ConfigLoader {
    private static final JsonMapper BINDER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(new SimpleModule().addDeserializer(FieldSource.class, new FieldSourceReader()))
            .build();

    private ConfigLoader() {}

    /** All seven files of a folder. */
    public static FairpatchConfig load(Path dir) {
        return new FairpatchConfig(
                load(dir, ConfigPart.CONNECTOR),
                load(dir, ConfigPart.MAPPING),
                load(dir, ConfigPart.SCORING),
                load(dir, ConfigPart.COVERAGE),
                load(dir, ConfigPart.PLANNING).in(dir),
                load(dir, ConfigPart.WRITE_POLICY),
                load(dir, ConfigPart.CALENDAR));
    }

    /** One file of a folder. */
    public static <T> T load(Path dir, ConfigPart<T> part) {
        Path file = dir.resolve(part.fileName());
        return bind(part, file.toString(), read(file));
    }

    /** One part as shipped, for whoever has no folder yet. */
    public static <T> T shipped(ConfigPart<T> part) {
        return bind(part, part.fileName(), ShippedConfig.text(part.fileName()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw Problem.of(ErrorCode.CONFIG_MISSING, "The file " + file.getFileName() + " is missing")
                    .at(file.toString())
                    .maybe("run ./fairpatch init, which writes the shipped file there.")
                    .exception(e);
        } catch (CharacterCodingException e) {
            throw Problem.of(ErrorCode.CONFIG_INVALID, "The file " + file.getFileName() + " is not UTF-8 text")
                    .at(file.toString())
                    .maybe("save it again with the encoding UTF-8.")
                    .exception(e);
        } catch (IOException e) {
            throw Problem.of(ErrorCode.CONFIG_INVALID, "The file " + file.getFileName() + " cannot be read")
                    .at(file.toString())
                    .because(e.getClass().getSimpleName() + ": " + e.getMessage())
                    .maybe("check that it is a file and that this user may read it.")
                    .exception(e);
        }
    }

    private static <T> T bind(ConfigPart<T> part, String name, String text) {
        var document = YamlDocument.parse(name, text);
        SchemaCheck.of(part.schemaName()).check(document);
        try {
            return BINDER.treeToValue(document.root(), part.type());
        } catch (JsonMappingException e) {
            throw refused(document, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema " + part.schemaName() + " let pass what cannot be bound", e);
        }
    }

    /** A record's constructor said no: its sentence names key and value. */
    private static FairpatchException refused(YamlDocument document, JsonMappingException e) {
        var pointer = new StringBuilder();
        for (var step : e.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        String sentence = e.getCause() instanceof IllegalArgumentException refusal && refusal.getMessage() != null
                ? refusal.getMessage()
                : e.getOriginalMessage();
        return Problem.of(ErrorCode.CONFIG_INVALID, sentence)
                .at(document.place(pointer.toString()))
                .maybe("correct the value; the comments of the shipped file explain the key.")
                .exception(e);
    }
}
