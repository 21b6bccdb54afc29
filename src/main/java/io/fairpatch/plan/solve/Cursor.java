package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Walks through a JSON file without holding it, with the house's faults in place of the parser's. */
final class Cursor implements AutoCloseable {
    private static final double FARTHEST = 1e12;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(20).build())
            .build();

    private final JsonParser json;

    private Cursor(JsonParser json) {
        this.json = json;
    }

    /** What is done with one key of an object; the value has not been read yet. */
    interface OnKey {
        void read(String key) throws IOException;
    }

    /** What is done with one item of a list, whose first token has been read. */
    interface OnItem {
        void read(int index) throws IOException;
    }

    /** What is done with the file. */
    interface OnFile {
        void read(Cursor cursor) throws IOException;
    }

    /** Opens the file, hands it over, and turns what goes wrong into one problem a person can read. */
    static void over(Path file, OnFile reader) {
        try (var cursor = new Cursor(FACTORY.createParser(file.toFile()))) {
            reader.read(cursor);
        } catch (JsonProcessingException broken) {
            throw Problem.of(ErrorCode.PLAN_INPUT, "The file is not valid JSON: %s.".formatted(plain(broken)))
                    .at("%s, line %d, column %d".formatted(file, line(broken), column(broken)))
                    .maybe("numbers like NaN or a trailing comma are not JSON; each key may appear once")
                    .exception(broken);
        } catch (NoSuchFileException | FileNotFoundException missing) {
            throw Problem.of(ErrorCode.FILE_MISSING, "There is no readable file %s.".formatted(file))
                    .maybe("the path is relative to another folder: %s".formatted(file.toAbsolutePath()))
                    .exception(missing);
        } catch (IOException failed) {
            throw Problem.of(ErrorCode.FILE_INVALID, "The file %s could not be read.".formatted(file))
                    .because(String.valueOf(failed.getMessage()))
                    .maybe("check that it is a file and may be read: %s".formatted(Files.isReadable(file)))
                    .exception(failed);
        }
    }

    private static String plain(JsonProcessingException broken) {
        // where an array began, and which switch of the parser would allow more, are said in its own terms, which help
        // nobody
        return broken.getOriginalMessage().split("\n", 2)[0].replaceAll("\\s*\\(start marker at .*$|: enable `.*$", "");
    }

    private static int line(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException broken) {
        return broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
    }

    JsonParser json() {
        return json;
    }

    String path() {
        return Faults.path(json);
    }

    /** Reads the next token and then the object that starts there, key by key. */
    void object(OnKey onKey) throws IOException {
        json.nextToken();
        objectHere(onKey);
    }

    /** Reads the object whose start was just read, key by key. */
    void objectHere(OnKey onKey) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw Faults.type(json, "an object");
        }
        for (var key = json.nextFieldName(); key != null; key = json.nextFieldName()) {
            onKey.read(key);
        }
    }

    /** Reads a list, item by item. */
    void list(OnItem onItem) throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw Faults.type(json, "a list");
        }
        int index = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            onItem.read(index++);
        }
    }

    /** Reads a text. */
    String text() throws IOException {
        json.nextToken();
        return textHere();
    }

    /** The text just read. */
    String textHere() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw Faults.type(json, "a text");
        }
        return json.getText();
    }

    /** Reads a number in millionths. */
    long number() throws IOException {
        json.nextToken();
        return Decimals.read(json);
    }

    /** Reads a place on the map: a position is measured, not counted, so any number of decimals will do. */
    double place() throws IOException {
        var token = json.nextToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw Faults.type(json, "a number");
        }
        double value = json.getDoubleValue();
        if (!(Math.abs(value) <= FARTHEST)) {
            throw Faults.large(json, json.getText());
        }
        return value;
    }

    /** Reads a number in millionths, or takes {@code open} for null. */
    long numberOr(long open) throws IOException {
        return json.nextToken() == JsonToken.VALUE_NULL ? open : Decimals.read(json);
    }

    /** Reads true or false. */
    boolean truth() throws IOException {
        var token = json.nextToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw Faults.type(json, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /** Skips the value that follows. */
    void skip() throws IOException {
        json.nextToken();
        json.skipChildren();
    }

    /** After the last value nothing may follow. */
    void end() throws IOException {
        if (json.nextToken() != null) {
            throw Faults.type(json, "the end of the file");
        }
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
