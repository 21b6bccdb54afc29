package io.fairpatch.org;

/**
 * Changes an org's set-up: only {@code install} may call it, after a person saw the changes. Thread-safe. Every method
 * throws {@link io.fairpatch.error.FairpatchException} with a code of the 3000s.
 */
public interface OrgInstaller {
    /**
     * Sends a package of metadata; the org takes all of it or nothing.
     *
     * @param zip {@code package.xml} at its root, in the metadata format
     * @param checkOnly the org only tells whether it would take it
     * @return the deployment's id
     */
    String deploy(byte[] zip, boolean checkOnly);

    /** Where the deployment stands. */
    Deployment deployment(String id);

    /** Gives a user a permission set; does nothing when the user has it. */
    void assign(String permissionSetId, String userId);
}
