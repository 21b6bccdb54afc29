package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a hundred accounts at a time, each block from the seed and its own number alone, so that a million stream by.
 * Families and duplicates stay inside a block.
 */
final class AccountBlock {
    static final int SIZE = 100;

    private final World world;
    private final Dice dice;
    private final int first;
    private final int size;
    private final FamilyPlan families;
    private final List<Draft> drafts = new ArrayList<>(SIZE);

    private AccountBlock(World world, int block) {
        this.world = world;
        dice = Dice.of(world.config().seed(), "accounts", block);
        first = block * SIZE;
        size = Math.min(SIZE, world.config().accounts() - first);
        families = new FamilyPlan(dice);
    }

    static int count(GeneratorConfig config) {
        return (config.accounts() + SIZE - 1) / SIZE;
    }

    static List<Draft> make(World world, int block) {
        var maker = new AccountBlock(world, block);
        for (int at = 0; at < maker.size; at++) {
            maker.drafts.add(maker.next(at));
        }
        var config = world.config();
        return Deals.share(maker.drafts, Dice.of(config.seed(), "deals", block), config.historyShare());
    }

    private Draft next(int at) {
        if (families.inFamily(at)) {
            return member(at);
        }
        if (FamilyPlan.mayRepeat(at) && dice.chance(0.3)) {
            Draft original = drafts.get(dice.between(FamilyPlan.END, FamilyPlan.REPEATS_FROM - 1));
            return repeat(original, first + at);
        }
        return single(first + at);
    }

    private Draft single(int number) {
        Profile profile = Profile.draw(dice, world.config().bookScale());
        Seller rep = world.books().draw(profile.segment(), dice);
        Place place = world.catchments().draw(rep.number(), dice);
        boolean named = dice.chance(chanceOfName(profile));
        Draft.Needs needs = named ? Draft.Needs.NOTHING : NeedsDraw.of(dice, profile.industry(), place.state());
        Set<Fault> faults = commonFaults();
        Seller owner = named ? ramped(rep) : ownerOf(rep, needs, faults);
        String name = name(profile.industry(), place, faults);
        return new Draft(number, name, profile, place, owner, Draft.Links.NONE, named, needs, history(), faults);
    }

    private Draft member(int at) {
        int headAt = families.head(at);
        return at == headAt ? head(first + at) : subsidiary(first + at, drafts.get(headAt));
    }

    private Draft head(int number) {
        Industry industry = Industry.draw(dice);
        Profile profile =
                Profile.drawMember(dice, industry, true, world.config().bookScale());
        Seller rep = ramped(world.books().draw(profile.segment(), dice));
        Place place = world.catchments().draw(rep.number(), dice);
        String name = CompanyNames.plain(dice, industry, place.name());
        return plain(number, name, profile, place, rep, Draft.Links.NONE, EnumSet.noneOf(Fault.class));
    }

    /** Subsidiaries lie where they like; most are with the rep of the head, some are not. */
    private Draft subsidiary(int number, Draft head) {
        Profile profile = Profile.drawMember(
                dice, head.profile().industry(), false, world.config().bookScale());
        Seller rep = Objects.requireNonNull(head.owner());
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (dice.chance(0.2)) {
            int with = rep.number();
            rep = world.staff()
                    .nearest(
                            rep,
                            other -> other.number() != with && !other.stage().ramping());
            if (rep.number() != with) {
                faults.add(Fault.SPLIT_FAMILY);
            }
        }
        Place place = world.catchments().draw(rep.number(), dice);
        String name = CompanyNames.member(head.name(), place.name(), number - head.number());
        return plain(number, name, profile, place, rep, new Draft.Links(head.number(), null), faults);
    }

    private Draft repeat(Draft original, int number) {
        Profile known = original.profile();
        var profile = new Profile(known.segment(), known.industry(), known.employees(), known.revenue(), null, null);
        Seller rep = original.owner() == null || !original.owner().active()
                ? world.books().draw(profile.segment(), dice)
                : original.owner();
        Seller held = dice.chance(0.5) ? rep : world.staff().nearest(rep, other -> other.number() > rep.number());
        String name = CompanyNames.misspelt(dice, original.name());
        var links = new Draft.Links(null, original.number());
        return plain(number, name, profile, original.place(), held, links, EnumSet.of(Fault.DUPLICATE));
    }

    private Draft plain(
            int number, String name, Profile profile, Place place, Seller owner, Draft.Links links, Set<Fault> faults) {
        return new Draft(number, name, profile, place, owner, links, false, Draft.Needs.NOTHING, history(), faults);
    }

    private Seller ramped(Seller rep) {
        return world.staff().nearest(rep, other -> !other.stage().ramping());
    }

    private Set<Fault> commonFaults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        plant(faults, Fault.NO_INDUSTRY, 0.04);
        plant(faults, Fault.NO_POSTAL_CODE, 0.03);
        plant(faults, Fault.NON_ASCII_NAME, 0.03);
        plant(faults, Fault.PUNCTUATED_NAME, 0.02);
        plant(faults, Fault.MULTILINE_TEXT, 0.05);
        return faults;
    }

    private void plant(Set<Fault> faults, Fault fault, double probability) {
        if (dice.chance(probability)) {
            faults.add(fault);
        }
    }

    private @Nullable Seller ownerOf(Seller rep, Draft.Needs needs, Set<Fault> faults) {
        double at = dice.share();
        if (at < 0.005) {
            faults.add(Fault.OWNERLESS);
            return null;
        }
        if (at < 0.037) {
            faults.add(Fault.INACTIVE_OWNER);
            return world.staff().leaver(dice);
        }
        boolean qualified = needs.met(rep);
        if (qualified || dice.chance(0.85)) {
            return qualified ? rep : world.staff().nearest(rep, needs::met);
        }
        faults.add(Fault.UNQUALIFIED_OWNER);
        return rep;
    }

    private String name(Industry industry, Place place, Set<Fault> faults) {
        if (faults.contains(Fault.NON_ASCII_NAME)) {
            faults.remove(Fault.PUNCTUATED_NAME);
            return CompanyNames.nonAscii(dice, industry);
        }
        return faults.contains(Fault.PUNCTUATED_NAME)
                ? CompanyNames.punctuated(dice, industry)
                : CompanyNames.plain(dice, industry, place.name());
    }

    private static double chanceOfName(Profile profile) {
        if (profile.segment() != Segment.ENTERPRISE) {
            return 0.003;
        }
        return profile.customer() ? 0.18 : 0.04;
    }

    private Draft.History history() {
        double share = world.config().historyShare();
        return share < 1 && !dice.chance(share)
                ? new Draft.History(0, null, 0)
                : new Draft.History(contacts(), lastTouch(), 0);
    }

    private int contacts() {
        return dice.chance(0.22) ? 0 : 1 + Math.min(5, (int) dice.logNormal(1.4, 0.7));
    }

    private @Nullable LocalDate lastTouch() {
        return dice.chance(0.2)
                ? null
                : world.config().today().minusDays(Math.min(900, (long) dice.logNormal(38, 1.1)));
    }
}
