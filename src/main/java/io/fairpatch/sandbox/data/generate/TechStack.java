package io.fairpatch.sandbox.data.generate;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a company runs its software on, with how often that is so in each segment; it decides no deal. */
enum TechStack {
    AWS("AWS", 0.30, 0.40, 0.35),
    AZURE("Azure", 0.30, 0.30, 0.20),
    GOOGLE_CLOUD("Google Cloud", 0.10, 0.20, 0.35),
    ON_PREMISES("On premises", 0.30, 0.10, 0.10);

    private static final double KNOWN = 0.8;
    private static final Map<Segment, double[]> CUMULATIVE = new EnumMap<>(Segment.class);

    static {
        for (Segment segment : Segment.values()) {
            CUMULATIVE.put(segment, Market.cumulative(values(), stack -> stack.share(segment)));
        }
    }

    private final String label;
    private final double enterprise;
    private final double midMarket;
    private final double smb;

    TechStack(String label, double enterprise, double midMarket, double smb) {
        this.label = label;
        this.enterprise = enterprise;
        this.midMarket = midMarket;
        this.smb = smb;
    }

    private double share(Segment segment) {
        return switch (segment) {
            case ENTERPRISE -> enterprise;
            case MID_MARKET -> midMarket;
            case SMB -> smb;
        };
    }

    /** Null for one in five, of which nobody knows; by dice of its own, so that all else stays as it was. */
    static @Nullable String draw(World world, Draft account) {
        Dice dice = Dice.of(world.config().seed(), "tech stack", account.number());
        double[] shares =
                Objects.requireNonNull(CUMULATIVE.get(account.profile().segment()));
        return dice.chance(KNOWN) ? values()[dice.index(shares)].label : null;
    }
}
