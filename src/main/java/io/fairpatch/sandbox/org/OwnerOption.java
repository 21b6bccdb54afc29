package io.fairpatch.sandbox.org;

import java.util.Arrays;
import java.util.Optional;

/** What a client may want to happen along with a change of owner. */
public enum OwnerOption {
    ENFORCE_NEW_OWNER_HAS_READ_ACCESS("EnforceNewOwnerHasReadAccess"),
    TRANSFER_OPEN_ACTIVITIES("TransferOpenActivities"),
    TRANSFER_NOTES_AND_ATTACHMENTS("TransferNotesAndAttachments"),
    TRANSFER_OTHERS_OPEN_OPPORTUNITIES("TransferOthersOpenOpportunities"),
    TRANSFER_OWNED_OPEN_OPPORTUNITIES("TransferOwnedOpenOpportunities"),
    TRANSFER_CONTRACTS("TransferContracts"),
    TRANSFER_ORDERS("TransferOrders"),
    TRANSFER_CONTACTS("TransferContacts"),
    TRANSFER_OWNED_OPEN_CASES("TransferOwnedOpenCases"),
    TRANSFER_ALL_OWNED_CASES("TransferAllOwnedCases"),
    KEEP_ACCOUNT_TEAM("KeepAccountTeam"),
    KEEP_SALES_TEAM("KeepSalesTeam"),
    SEND_EMAIL("SendEmail");

    private final String label;

    OwnerOption(String label) {
        this.label = label;
    }

    /** The option of this name in the SOAP header. */
    public static Optional<OwnerOption> of(String label) {
        return Arrays.stream(values())
                .filter(option -> option.label.equals(label))
                .findFirst();
    }
}
