package io.fairpatch.cli;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.insight.AccountFilter;
import io.fairpatch.insight.AccountFilter.Kind;
import io.fairpatch.insight.AccountSheets;
import io.fairpatch.insight.AccountSort;
import io.fairpatch.insight.make.RankedAccounts;
import io.fairpatch.insight.make.ScoreSheet;
import io.fairpatch.model.Grade;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.model.Tier;
import io.micronaut.context.BeanLocator;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the ranked list of scored accounts, or one account with the parts of its score. Reads only. */
@Command(
        name = "accounts",
        description = {
            "Print the scored accounts, the most potential first, or with an id why one has its score. Reads only."
        },
        mixinStandardHelpOptions = true)
public final class AccountsCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "One account: the parts of its score and potential.")
    private @Nullable String id;

    @Option(names = "--text", paramLabel = "TEXT", description = "Name, id, territory, rep or owner holds this.")
    private @Nullable String text;

    @Option(names = "--kind", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind kind = Kind.ALL;

    @Option(names = "--tier", paramLabel = "1|2|3", description = "Only this tier.")
    private @Nullable Integer tier;

    @Option(names = "--grade", description = "Only this grade: ${COMPLETION-CANDIDATES}.")
    private @Nullable Grade grade;

    @Option(names = "--sort", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private AccountSort.Key sort = AccountSort.Key.POTENTIAL;

    @Option(names = "--top", paramLabel = "N", description = "Rows to print (default: ${DEFAULT-VALUE}).")
    private int top = 25;

    @Option(names = "--out", paramLabel = "FILE", description = "Write all that match to this file, .csv or .xlsx.")
    private @Nullable Path out;

    public AccountsCommand(Supplier<BeanLocator> house, Output output) {
        this.house = house;
        this.output = output;
    }

    @Override
    public Integer call() {
        TableFiles.requireKind(out);
        var desk = new Desk(house.get());
        if (id == null) {
            list(desk);
        } else {
            one(desk, id);
        }
        return 0;
    }

    private void list(Desk desk) {
        int most = out == null ? Math.max(1, top) : Integer.MAX_VALUE;
        var table = desk.bean(RankedAccounts.class)
                .table(
                        desk.orgId(),
                        new AccountFilter(text, tier(tier), grade, kind),
                        new AccountSort(sort, sort != AccountSort.Key.NAME),
                        most)
                .in(desk.currency());
        if (out == null) {
            var json = new LinkedHashMap<String, Object>(ReportText.currency(desk.currency()));
            json.put("rows", ReportText.rows(table));
            output.result(json, ReportText.of(table));
        } else {
            output.result(TableFiles.write(List.of(table), out), "Wrote " + out + ".");
        }
    }

    private void one(Desk desk, String id) {
        var report = SalesforceId.parse(id)
                .flatMap(account -> desk.bean(AccountSheets.class).find(desk.orgId(), account))
                .map(ScoreSheet::of)
                .orElseThrow(
                        () -> Problem.of(ErrorCode.PAGE_NOT_FOUND, "There is no account " + id + " in the last scoring")
                                .maybe("look for it with ./fairpatch accounts --text NAME")
                                .exception());
        output.result(
                ReportText.json(id, Map.of(), report, desk.currency()), ReportText.of(report.in(desk.currency())));
    }

    private static @Nullable Tier tier(@Nullable Integer number) {
        if (number == null) {
            return null;
        }
        if (number < 1 || number > Tier.values().length) {
            throw Problem.of(ErrorCode.USAGE, "The tier (" + number + ") must be 1, 2 or 3")
                    .maybe("leave --tier out to see all")
                    .exception();
        }
        return Tier.values()[number - 1];
    }
}
