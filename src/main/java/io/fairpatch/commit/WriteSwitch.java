package io.fairpatch.commit;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.OrgIdentity;

/** The master switch: writes are on, and for this very org. */
final class WriteSwitch {
    private static final String FILE = "write-policy.yml";

    private WriteSwitch() {}

    /** Refuses with WRITES_DISABLED unless the policy allows writes to the org that answers. */
    static void requireOn(WritePolicyConfig policy, SalesforceId org, OrgIdentity answering) {
        if (policy.writes() == WritePolicyConfig.Switch.DISABLED) {
            throw refused("Writes to org " + answering.id() + " are disabled")
                    .at(FILE + ", writes")
                    .maybe("set writes: enabled and orgId: " + answering.id() + " once you trust what is proposed")
                    .exception();
        }
        if (policy.orgId() == null || !SalesforceId.of(policy.orgId()).equals(answering.id())) {
            throw refused("Writes are enabled for org " + policy.orgId() + " but org " + answering.id() + " ("
                            + answering.name() + ") answers")
                    .at(FILE + ", orgId")
                    .maybe("set orgId: " + answering.id() + ", or sign in to the org you meant")
                    .exception();
        }
        requireSame(org, answering);
        if (policy.ownerId() && policy.strict() && !policy.ownerOptionNames().isEmpty()) {
            throw both();
        }
    }

    /** Refuses with WRITES_DISABLED when another org answers than the one that the proposal is for. */
    static void requireSame(SalesforceId org, OrgIdentity answering) {
        if (!org.equals(answering.id())) {
            throw refused("The proposal was made for org " + org + " but org " + answering.id() + " answers")
                    .maybe("sign in to org " + org + " again")
                    .exception();
        }
    }

    private static FairpatchException both() {
        return refused("Owner changes can't be written both one by one (strict: true) and with ownerOptions")
                .at(FILE + ", ownerOptions")
                .because("only the org's SOAP interface takes the options, and it has no If-Match")
                .maybe("set strict: false, or ownerOptions: []")
                .exception();
    }

    private static Problem refused(String what) {
        return Problem.of(ErrorCode.WRITES_DISABLED, what);
    }
}
