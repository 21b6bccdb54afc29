package io.fairpatch.commit;

import io.fairpatch.config.WritePolicyConfig;
import io.fairpatch.org.OrgConnection;
import java.util.Set;

/**
 * How changes of owner go, by the write policy; all else goes in bulk.
 *
 * @param channel BULK when owners go with the rest
 * @param options what the org does along
 */
record OwnerWay(Channel channel, Set<String> options) {
    static OwnerWay of(WritePolicyConfig policy, OrgConnection org) {
        if (policy.ownerId() && policy.strict() && org.strict() != null) {
            return new OwnerWay(Channel.STRICT, Set.of());
        }
        if (policy.ownerId() && !policy.ownerOptionNames().isEmpty() && org.owners() != null) {
            return new OwnerWay(Channel.OWNERS, policy.ownerOptionNames());
        }
        return new OwnerWay(Channel.BULK, Set.of());
    }
}
