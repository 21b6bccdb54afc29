package io.fairpatch.sandbox.soql;

import io.fairpatch.sandbox.soql.Condition.And;
import io.fairpatch.sandbox.soql.Condition.InQuery;
import io.fairpatch.sandbox.soql.Condition.Not;
import io.fairpatch.sandbox.soql.Condition.Or;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Refuses queries inside a condition where a real org does. */
final class SemiJoins {
    private static final int MOST = 2;

    private SemiJoins() {}

    static void check(Query query) {
        var all = in(query.where()).toList();
        if (all.size() > MOST) {
            throw refuse("Maximum %d semi join sub-selects are allowed".formatted(MOST));
        }
        if (all.stream().anyMatch(join -> in(join.query().where()).findAny().isPresent())) {
            throw refuse("Nesting of semi join sub-selects is not supported");
        }
        if (underOr(query.where())) {
            throw refuse("Semi join sub-selects are not allowed with the 'OR' operator");
        }
    }

    private static Stream<InQuery> in(@Nullable Condition condition) {
        if (condition instanceof InQuery join) {
            return Stream.of(join);
        }
        return parts(condition).flatMap(SemiJoins::in);
    }

    private static boolean underOr(@Nullable Condition condition) {
        return condition instanceof Or or
                ? in(or).findAny().isPresent()
                : parts(condition).anyMatch(SemiJoins::underOr);
    }

    private static Stream<Condition> parts(@Nullable Condition condition) {
        if (condition instanceof And and) {
            return and.parts().stream();
        }
        if (condition instanceof Or or) {
            return or.parts().stream();
        }
        return condition instanceof Not not ? Stream.of(not.part()) : Stream.of();
    }

    private static SoqlException refuse(String message) {
        return new SoqlException("MALFORMED_QUERY", message);
    }
}
