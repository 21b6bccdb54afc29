package io.fairpatch.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A19")
class GazetteerTest {
    private final Gazetteer gazetteer = Gazetteer.get();

    @ParameterizedTest
    @CsvSource({"US,94105", "USA,94105-1804", "United States,' 94105 '", "'',94105", "u.s.a.,94105"})
    void a_postal_code_is_found_however_it_is_written(String country, String code) {
        assertThat(gazetteer.postalCode(country, code)).hasValueSatisfying(place -> {
            assertThat(place.name()).isEqualTo("San Francisco");
            assertThat(place.state()).isEqualTo("CA");
            assertThat(place.timeZone()).isEqualTo("America/Los_Angeles");
            assertThat(place.latitude()).isCloseTo(37.79, within(0.05));
        });
    }

    @Test
    void a_lost_leading_zero_is_put_back() {
        assertThat(gazetteer.postalCode("US", "2139")).map(Place::name).contains("Cambridge");
    }

    @Test
    void codes_of_other_countries_are_not_taken_for_american_ones() {
        assertThat(gazetteer.postalCode("Germany", "10115")).isEmpty();
        assertThat(gazetteer.postalCode("US", "00000")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "US,OR,Portland,45.5,-122.6",
        "US,Maine,portland,43.66,-70.26",
        "US,,Portland,45.5,-122.6",
        "USA,MO,St. Louis,38.63,-90.24",
        "Brazil,,Sao Paulo,-23.55,-46.64",
        "CHE,ZH,zurich,47.37,8.55",
        "US,,New York City,40.71,-74.0",
    })
    void a_city_is_found_by_country_state_and_name(
            String country, String state, String name, double latitude, double longitude) {
        assertThat(gazetteer.city(country, state, name)).hasValueSatisfying(place -> {
            assertThat(place.latitude()).isCloseTo(latitude, within(0.1));
            assertThat(place.longitude()).isCloseTo(longitude, within(0.1));
        });
    }

    /** As the org's own lists and people in the country spell it. */
    @ParameterizedTest
    @CsvSource({
        "Deutschland,DE",
        "Österreich,AT",
        "Suisse,CH",
        "日本,JP",
        "السعودية,SA",
        "المملكة العربية السعودية,SA",
        "Brasil,BR",
        "대한민국,KR",
        "'Korea, Republic of',KR",
        "Russian Federation,RU",
        "Viet Nam,VN",
        "Czech Republic,CZ",
        "Bosnia and Herzegovina,BA",
        "Saint Lucia,LC",
        "St. Lucia,LC",
        "the Netherlands,NL",
        "Great Britain,GB",
        "'Congo, the Democratic Republic of the',CD",
        "Hong Kong,HK",
        "Atlantis,Atlantis",
    })
    void a_country_is_known_by_any_of_its_names(String name, String code) {
        assertThat(gazetteer.countryCode(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"Deutschland,München,48.1", "Österreich,Wien,48.2", "Portugal,Lisboa,38.7", "日本,大阪市,34.7"})
    void a_city_is_known_by_what_it_is_called_there(String country, String name, double latitude) {
        assertThat(gazetteer.city(country, "", name))
                .hasValueSatisfying(place -> assertThat(place.latitude()).isCloseTo(latitude, within(0.1)));
    }

    @Test
    void a_city_is_not_looked_for_in_another_state() {
        assertThat(gazetteer.city("US", "TX", "Anchorage")).isEmpty();
    }

    @Test
    void every_postal_code_lies_on_earth_and_has_a_time_zone() {
        var zones = ZoneId.getAvailableZoneIds();
        assertThat(gazetteer.usPostalCodes()).hasSize(33_099).allSatisfy(place -> {
            assertThat(place.latitude()).isBetween(-90.0, 90.0);
            assertThat(place.longitude()).isBetween(-180.0, 180.0);
            assertThat(zones).contains(place.timeZone());
        });
    }
}
