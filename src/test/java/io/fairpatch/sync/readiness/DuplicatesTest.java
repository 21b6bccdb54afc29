package io.fairpatch.sync.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which two accounts are taken for one, by name, website and postal code. */
@Tag("A22")
class DuplicatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Acme S.A.          | ''              | 1000     | Acme SA             | ''              | 1000
                    Acme B.V.          | ''              | 1012 AB  | ACME                | ''              | 1012AB
                    Acme, L.L.C.       | ''              | 2108     | Acme LLC            | ''              | 02108-1234
                    Novo A/S           | ''              | 2880     | Novo                | ''              | 2880
                    Müller & Söhne KG  | ''              | 10115    | Mueller & Soehne KG | ''              | 10115
                    Groß GmbH & Co. KG | ''              | 10115    | GROSS               | ''              | 10115
                    株式会社日立製作所 | ''              | 100-8280 | 日立製作所          | ''              | 100-8280
                    ㈱日立製作所       | ''              | 100-8280 | 日立製作所(株)      | ''              | 1008280
                    Globex Systems     | ''              | 90001    | Globexx System      | ''              | 90001
                    Acme Germany       | www.acme.test   | 10115    | Acme                | http://acme.test | 10115
                    """)
    void one_company_written_in_two_ways_is_one(
            String one, String site, String place, String other, String otherSite, String otherPlace) {
        assertThat(groups(one, site, place, other, otherSite, otherPlace)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Supermarket 1234   | ''              | 90001    | Supermarket 1243    | ''              | 90001
                    Store 12 Acme      | acme.test       | 90001    | Store 13 Acme       | acme.test       | 90002
                    Acme Paris         | acme.test       | 75001    | Acme Deutschland    | acme.test       | 10115
                    Pizza Roma         | facebook.com/a  | 90001    | Blumen Meyer        | facebook.com/b  | 90001
                    Acme               | ''              | 10115    | Acme                | ''              | 80331
                    """)
    void branches_and_neighbours_are_not(
            String one, String site, String place, String other, String otherSite, String otherPlace) {
        assertThat(groups(one, site, place, other, otherSite, otherPlace)).isEmpty();
    }

    private static List<DuplicateGroup> groups(
            String one, String site, String place, String other, String otherSite, String otherPlace) {
        return Duplicates.in(List.of(
                Candidate.of("001000000000001AAA", one, site, place, null, 1),
                Candidate.of("001000000000002AAA", other, otherSite, otherPlace, null, 2)));
    }
}
