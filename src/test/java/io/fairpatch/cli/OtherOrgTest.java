package io.fairpatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings are pointed to another org, and nothing of it was copied yet. */
class OtherOrgTest extends CommandsOnAnOrg {
    private static final String NOTICE = "The settings name the org at ";

    OtherOrgTest() {
        super(12);
    }

    @Test
    void a_command_that_speaks_of_the_former_org_says_so() {
        run(0, "init");
        run(0, "sync");
        run(0, "readiness");
        assertThat(said()).doesNotContain(NOTICE);

        restart(Map.of("FAIRPATCH_ORG_URL", "https://acme.my.salesforce.com"));
        run(0, "readiness");

        assertThat(said())
                .contains(
                        NOTICE + "https://acme.my.salesforce.com",
                        sandbox.info().orgId(),
                        "./fairpatch sync");
    }

    @Test
    void an_address_that_many_orgs_share_says_nothing_of_the_org() {
        run(0, "init");
        run(0, "sync");

        restart(Map.of("FAIRPATCH_ORG_URL", "https://login.salesforce.com"));
        run(0, "readiness");

        assertThat(said()).doesNotContain(NOTICE);
    }
}
