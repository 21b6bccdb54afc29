package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.soql.Token.Kind;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a record's address lies from a place, on a sphere.
 *
 * @param radius of the earth in the unit that is wanted
 */
public record Distance(
        FieldPath latitude, FieldPath longitude, double fromLatitude, double fromLongitude, double radius) {
    static final String NAME = "DISTANCE";
    private static final String COMPOUND = "Address";
    private static final double KILOMETRES = 6371.0;
    private static final double MILES = 3958.8;

    /** Reads what follows the name; gives all of it in one token. */
    static Token call(Token name, Tokens tokens) {
        tokens.expect("(");
        var field = tokens.expect(Kind.NAME);
        tokens.expect(",");
        tokens.expect("GEOLOCATION");
        tokens.expect("(");
        var latitude = tokens.expect(Kind.NUMBER);
        tokens.expect(",");
        var longitude = tokens.expect(Kind.NUMBER);
        tokens.expect(")");
        tokens.expect(",");
        var unit = tokens.expect(Kind.STRING);
        tokens.expect(")");
        if (!field.text().endsWith(COMPOUND) || !unit.text().matches("mi|km")) {
            throw tokens.unexpected(field.text().endsWith(COMPOUND) ? unit : field);
        }
        var written = String.join(",", field.text(), latitude.text(), longitude.text(), unit.text());
        return new Token(Kind.NAME, NAME + "(" + written + ")", name.position());
    }

    /** The distance that such a token means; null when it means none. */
    static @Nullable Distance of(Token token, PathBinder paths) {
        var call = Call.of(token);
        if (call == null || !call.function().equals(NAME)) {
            return null;
        }
        var parts = call.argument().text().split(",");
        return new Distance(
                paths.bind(part(token, parts[0], "Latitude")),
                paths.bind(part(token, parts[0], "Longitude")),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                parts[3].equals("km") ? KILOMETRES : MILES);
    }

    private static Token part(Token token, String field, String name) {
        var start = field.substring(0, field.length() - COMPOUND.length());
        return new Token(Kind.NAME, start + name, token.position());
    }

    /** A column that tells it under this name. */
    FieldPath column(String name) {
        return new FieldPath(latitude.org(), List.of(), latitude.field(), new Shown(NAME, name, this, ZoneOffset.UTC));
    }

    /** By the haversine formula; null when the record has no place. */
    @Nullable
    Double from(Row row) {
        if (!(latitude.value(row) instanceof Double there) || !(longitude.value(row) instanceof Double east)) {
            return null;
        }
        double up = Math.sin(Math.toRadians(there - fromLatitude) / 2);
        double across = Math.sin(Math.toRadians(east - fromLongitude) / 2);
        double half =
                up * up + Math.cos(Math.toRadians(fromLatitude)) * Math.cos(Math.toRadians(there)) * across * across;
        return 2 * radius * Math.asin(Math.sqrt(half));
    }
}
