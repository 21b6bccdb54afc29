package io.fairpatch.sandbox.state;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.List;
import java.util.Map;

/** The parameters of a state. What is wrong with one is an {@link IllegalArgumentException}, worded for the caller. */
public record StateParams(Map<String, String> values) {
    public StateParams {
        values = Map.copyOf(values);
    }

    String require(String name) {
        var value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("parameter " + name + " is required");
        }
        return value;
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    int number(String name, int otherwise) {
        var value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("-?\\d{1,9}")) {
            throw new IllegalArgumentException("parameter " + name + " must be a whole number, not \"" + value + "\"");
        }
        return Integer.parseInt(value);
    }

    List<String> list(String name, String otherwise) {
        return List.of(text(name, otherwise).split(" *; *"));
    }

    ObjectType object(Org org, String otherwise) {
        var name = text("object", otherwise);
        return org.schema()
                .object(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no object \"" + name + "\""));
    }

    Field field(ObjectType type) {
        var name = require("field");
        return type.field(name)
                .orElseThrow(() -> new IllegalArgumentException(type.name() + " has no field \"" + name + "\""));
    }
}
