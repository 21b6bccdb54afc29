package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Condition.And;
import io.fairpatch.sandbox.soql.Condition.Comparison;
import io.fairpatch.sandbox.soql.Condition.In;
import io.fairpatch.sandbox.soql.Condition.Not;
import io.fairpatch.sandbox.soql.Condition.Operator;
import io.fairpatch.sandbox.soql.Condition.Or;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes a test for groups of records out of the condition that follows HAVING. */
final class Having {
    private final PathBinder paths;
    private final Figures figures;
    private final LiteralBinder literals;
    private final Consumer<Token> check;

    /** @param check refuses what a group has no value of */
    Having(PathBinder paths, Figures figures, LiteralBinder literals, Consumer<Token> check) {
        this.paths = paths;
        this.figures = figures;
        this.literals = literals;
        this.check = check;
    }

    Predicate<Group> bind(Condition condition) {
        if (condition instanceof And and) {
            return all(and.parts()).stream().reduce(Predicate::and).orElseThrow();
        }
        if (condition instanceof Or or) {
            return all(or.parts()).stream().reduce(Predicate::or).orElseThrow();
        }
        if (condition instanceof Not not) {
            return bind(not.part()).negate();
        }
        if (condition instanceof Comparison comparison) {
            check.accept(comparison.field());
            return compared(comparison.field(), comparison.operator(), comparison.value());
        }
        if (condition instanceof In in) {
            check.accept(in.field());
            var any = in.values().stream()
                    .map(value -> compared(in.field(), Operator.EQUAL, value))
                    .reduce(Predicate::or)
                    .orElseThrow();
            return in.negated() ? any.negate() : any;
        }
        throw new SoqlException("MALFORMED_QUERY", "HAVING compares figures with values only");
    }

    private List<Predicate<Group>> all(List<Condition> parts) {
        return parts.stream().map(this::bind).toList();
    }

    private Predicate<Group> compared(Token figure, Operator operator, Literal literal) {
        if (literal.kind() == Literal.Kind.NULL) {
            boolean wanted = operator == Operator.EQUAL;
            return group -> (figures.of(figure, group) == null) == wanted;
        }
        if (operator == Operator.LIKE) {
            return like(figure, literal);
        }
        var range = range(figure, literal);
        return group -> range.satisfies(operator, figures.comparable(figure, group));
    }

    private Predicate<Group> like(Token figure, Literal literal) {
        if (!figures.type(figure).isText() || literal.kind() != Literal.Kind.STRING) {
            throw paths.error(
                    figure,
                    "invalid operator on %s field"
                            .formatted(figures.type(figure).label()));
        }
        var pattern = LikePattern.of(literal.text());
        return group -> figures.of(figure, group) instanceof String text
                && pattern.matcher(text).matches();
    }

    /** The values that a literal means of a figure. */
    private Range range(Token figure, Literal literal) {
        var call = Call.of(figure);
        Optional<Range> range;
        if (call != null && call.isDate()) {
            range = literals.ofDate(call, literal);
        } else {
            var field = figures.field(figure);
            range = field != null
                    ? Optional.of(literals.range(field, literal, figure))
                    : Optional.of(literal)
                            .filter(value -> value.kind() == Literal.Kind.NUMBER)
                            .map(value -> new Range(Double.valueOf(value.text()), null));
        }
        return range.orElseThrow(() -> paths.error(
                figure,
                "value of filter criterion for field '%s' must be of type %s and should not be enclosed in quotes"
                        .formatted(figure.text(), figures.type(figure).label())));
    }
}
