package io.fairpatch.sandbox.data.generate;

import io.fairpatch.geo.Gazetteer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All that is fixed before the first account is made. */
record World(GeneratorConfig config, Market market, Catchments catchments, Staff staff, Books books) {
    static World of(GeneratorConfig config) {
        var catchments = new Catchments(Gazetteer.get().usPostalCodes(), config.reps(), config.seed());
        var staff = new Staff(config, catchments);
        return new World(config, new Market(config.seed()), catchments, staff, new Books(staff.reps(), config));
    }

    /** The accounts in order, made as they are asked for. */
    Stream<Draft> accounts() {
        return IntStream.range(0, AccountBlock.count(config))
                .boxed()
                .flatMap(block -> AccountBlock.make(this, block).stream());
    }
}
