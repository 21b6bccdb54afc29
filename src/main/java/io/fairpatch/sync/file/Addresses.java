package io.fairpatch.sync.file;

import io.fairpatch.geo.Gazetteer;
import io.fairpatch.store.ImportedAddress;
import io.fairpatch.sync.Whereabouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds addresses of files as those of the org are found. For one thread. */
final class Addresses {
    private static final List<String> COLUMNS =
            List.of("latitude", "longitude", "country", "state", "city", "postal_code");

    private final Whereabouts whereabouts = new Whereabouts(Gazetteer.get(), COLUMNS);

    /** Facts: latitude and longitude in degrees, timeZone by its IANA name; none when the place is not known. */
    Map<String, String> facts(ImportedAddress address) {
        whereabouts.at(new String[] {
            "", "", text(address.country()), text(address.state()), text(address.city()), text(address.postalCode())
        });
        var facts = new LinkedHashMap<String, String>();
        if (whereabouts.known()) {
            facts.put("latitude", Double.toString(whereabouts.latitude()));
            facts.put("longitude", Double.toString(whereabouts.longitude()));
            if (!whereabouts.timeZone().isEmpty()) {
                facts.put("timeZone", whereabouts.timeZone());
            }
        }
        return facts;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
