package io.fairpatch.cli;

import io.fairpatch.access.Action;
import io.fairpatch.access.Rights;
import io.fairpatch.insight.land.FitAnswers;
import io.fairpatch.insight.land.FitAnswers.Answer;
import io.fairpatch.insight.land.FitAnswers.Question;
import io.fairpatch.insight.report.Reports;
import io.fairpatch.insight.report.Row;
import io.micronaut.context.BeanLocator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The five opening questions: prints what the data and people say, or keeps an answer. */
@Command(
        name = "questions",
        description = "Print the five opening questions with what the data says and people answered; or answer one.",
        mixinStandardHelpOptions = true)
public final class QuestionsCommand implements Callable<Integer> {
    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "QUESTION",
            description = "The question to answer: ${COMPLETION-CANDIDATES}; needs --as.")
    private @Nullable Question question;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ANSWER", description = "The answer; empty takes it back.")
    private String answer = "";

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            description = "Who answers; FAIRPATCH_TOKEN holds a token of theirs.")
    private @Nullable String person;

    public QuestionsCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
    }

    /** A question as printed. */
    record Asked(String question, String words, String data, String answer) {
        String text() {
            String said = answer.isEmpty() ? "not answered" : answer;
            return question + ": " + words + "\n  the data: " + data + "\n  people: " + said;
        }
    }

    /** What {@code --json} prints. */
    record Printed(String sentence, List<Asked> questions) {}

    @Override
    public Integer call() {
        var desk = new Desk(house.get());
        if (question != null) {
            var actor = desk.person(Desk.needed("--as", person), keyboard);
            Rights.require(actor, Action.PLAN);
            desk.bean(FitAnswers.class).keep(desk.orgId(), Map.of(question, answer.strip()), actor.name());
        }
        var reports = desk.bean(Reports.class);
        var report = reports.make(desk.orgId(), "fit", reports.settings("fit", Map.of()));
        var rows = report.table().rows().stream().collect(Collectors.toMap(Row::key, row -> row));
        var known = desk.bean(FitAnswers.class).list(desk.orgId());
        var asked = Arrays.stream(Question.values())
                .map(each -> new Asked(
                        each.name(),
                        each.words(),
                        data(rows.get(each.name())),
                        Optional.ofNullable(known.get(each)).map(Answer::text).orElse("")))
                .toList();
        output.result(
                new Printed(report.sentence(), asked),
                report.sentence() + "\n\n" + asked.stream().map(Asked::text).collect(Collectors.joining("\n")));
        return 0;
    }

    private static String data(@Nullable Row row) {
        return row == null ? "" : String.valueOf(row.cells().get(1).text());
    }
}
