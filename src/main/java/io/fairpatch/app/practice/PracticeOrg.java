package io.fairpatch.app.practice;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.sandbox.data.OrgData;
import io.fairpatch.sandbox.data.csv.CsvOrg;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import io.fairpatch.sandbox.schema.Schema;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a practice org is filled with.
 *
 * @param accounts number of generated accounts
 * @param reps null: accounts / 83, at least 2
 * @param data folder of CSV files instead of generated data
 */
public record PracticeOrg(int accounts, @Nullable Integer reps, @Nullable Path data, long seed, LocalDate today) {
    /** The data, generated or read from the folder. */
    public OrgData load() {
        if (data != null) {
            var schema = Schema.with(List.of());
            return new CsvOrg(
                            (object, field) -> schema.object(object)
                                    .flatMap(type -> type.field(field))
                                    .isPresent(),
                            object -> schema.object(object).isPresent())
                    .load(data);
        }
        return new OrgGenerator().generate(generator());
    }

    /** Writes what the generator planted to a file. */
    public void writeTruth(Path file) {
        if (data != null) {
            throw Problem.of(ErrorCode.USAGE, "--truth goes with generated data only")
                    .because("nothing is planted into the data of --data " + data)
                    .maybe("leave --truth or --data away")
                    .exception();
        }
        new OrgGenerator().truth(generator()).write(file);
    }

    private GeneratorConfig generator() {
        try {
            return reps == null
                    ? GeneratorConfig.of(accounts, seed, today)
                    : new GeneratorConfig(accounts, reps, seed, today);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ErrorCode.USAGE, "No org of this size can be generated")
                    .because(e.getMessage())
                    .maybe("try --accounts 2000")
                    .exception(e);
        }
    }
}
