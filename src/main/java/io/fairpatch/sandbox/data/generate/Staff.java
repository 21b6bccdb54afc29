package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Place;
import io.fairpatch.sandbox.data.generate.Seller.SalesRole;
import io.fairpatch.sandbox.data.generate.Seller.Stage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The sales team: a VP, a manager for every six reps, the reps, and a few who left but still own accounts. */
final class Staff {
    static final String VP = "USR-VP";
    private static final int REPS_A_MANAGER = 6;
    private static final int REPS_A_LEAVER = 12;
    private static final double THINNEST_BOOK = 0.6;
    private static final double FULLEST_BOOK = 1.5;

    private final GeneratorConfig config;
    private final Catchments catchments;
    private final List<Boss> managers = new ArrayList<>();
    private final List<Seller> sellers = new ArrayList<>();

    Staff(GeneratorConfig config, Catchments catchments) {
        this.config = config;
        this.catchments = catchments;
        int managerCount = (config.reps() + REPS_A_MANAGER - 1) / REPS_A_MANAGER;
        for (int number = 0; number < managerCount; number++) {
            Dice dice = Dice.of(config.seed(), "manager", number);
            int firstRep = number * REPS_A_MANAGER;
            int middle = Math.min(firstRep + REPS_A_MANAGER / 2, config.reps() - 1);
            managers.add(new Boss("USR-M%04d".formatted(number + 1), PersonName.draw(dice), catchments.home(middle)));
        }
        double[] shares = unequalShares();
        for (int number = 0; number < config.reps(); number++) {
            sellers.add(rep(number, shares[number]));
        }
        for (int number = 0; number < Math.max(1, config.reps() / REPS_A_LEAVER); number++) {
            sellers.add(leaver(config.reps() + number));
        }
    }

    /** Someone who leads and does not sell. */
    record Boss(String id, PersonName name, Place home) {}

    List<Boss> managers() {
        return managers;
    }

    /** The reps from west to east, then those who left. */
    List<Seller> sellers() {
        return sellers;
    }

    List<Seller> reps() {
        return sellers.subList(0, config.reps());
    }

    Seller leaver(Dice dice) {
        return sellers.get(dice.between(config.reps(), sellers.size() - 1));
    }

    /** The first rep next to this one, on both sides in turn, who will do; the rep itself if nobody does. */
    Seller nearest(Seller rep, Predicate<Seller> suits) {
        for (int step = 0; step < config.reps(); step++) {
            for (int side : new int[] {step, -step}) {
                int number = rep.number() + side;
                if (number >= 0 && number < config.reps() && suits.test(sellers.get(number))) {
                    return sellers.get(number);
                }
            }
        }
        return rep;
    }

    private double[] unequalShares() {
        double[] shares = new double[config.reps()];
        for (int i = 0; i < shares.length; i++) {
            double at = shares.length == 1 ? 0.5 : (double) i / (shares.length - 1);
            shares[i] = THINNEST_BOOK + (FULLEST_BOOK - THINNEST_BOOK) * at;
        }
        Dice.of(config.seed(), "shares", 0).shuffle(shares);
        return shares;
    }

    private Seller rep(int number, double share) {
        Dice dice = Dice.of(config.seed(), "rep", number);
        Stage stage = stage(number);
        return new Seller(
                number,
                "USR-R%05d".formatted(number + 1),
                PersonName.draw(dice),
                true,
                managers.get(number / REPS_A_MANAGER).id(),
                role(number),
                stage,
                languages(number),
                clearances(number),
                catchments.home(number),
                tenureStart(stage, dice),
                share * stage.share);
    }

    private Seller leaver(int number) {
        Dice dice = Dice.of(config.seed(), "leaver", number);
        Seller colleague = sellers.get(dice.between(0, config.reps() - 1));
        return new Seller(
                number,
                "USR-R%05d".formatted(number + 1),
                PersonName.draw(dice),
                false,
                colleague.managerId(),
                SalesRole.MID_MARKET,
                Stage.RAMPED,
                List.of("en"),
                List.of(),
                colleague.home(),
                tenureStart(Stage.RAMPED, dice),
                0);
    }

    /** Of 24 reps one is new, two ramp up and three are senior; a small team has no beginners. */
    private Stage stage(int number) {
        if (config.reps() < 8) {
            return Stage.RAMPED;
        }
        return switch (number % 24) {
            case 7 -> Stage.NEW;
            case 14, 21 -> Stage.RAMPING;
            case 2, 10, 18 -> Stage.SENIOR;
            default -> Stage.RAMPED;
        };
    }

    private static SalesRole role(int number) {
        return switch (number % 6) {
            case 0 -> SalesRole.ENTERPRISE;
            case 1, 3 -> SalesRole.MID_MARKET;
            default -> SalesRole.SMB;
        };
    }

    /** Every third rep speaks Spanish and every fourth French, so that each part of the country has one. */
    private static List<String> languages(int number) {
        var languages = new ArrayList<>(List.of("en"));
        if (number % 3 == 0) {
            languages.add("es");
        }
        if (number % 4 == 0) {
            languages.add("fr");
        }
        return List.copyOf(languages);
    }

    private static List<String> clearances(int number) {
        return switch (number % 8) {
            case 0, 4 -> List.of("FedRAMP", "HIPAA");
            case 1 -> List.of("FedRAMP");
            case 2, 6 -> List.of("HIPAA");
            default -> List.of();
        };
    }

    private LocalDate tenureStart(Stage stage, Dice dice) {
        int days =
                switch (stage) {
                    case NEW -> dice.between(15, 75);
                    case RAMPING -> dice.between(100, 240);
                    case RAMPED -> dice.between(420, 1_800);
                    case SENIOR -> dice.between(1_900, 4_000);
                };
        return config.today().minusDays(days);
    }
}
