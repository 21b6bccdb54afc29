package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.org.Row;
import io.fairpatch.sandbox.rest.Search.Target;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds records by words, in SOSL or by parameters. */
public final class SearchApi {
    private static final int MOST_EVERYWHERE = 200;

    private final View view;
    private final Soql soql;

    public SearchApi(View view, Soql soql) {
        this.view = view;
        this.soql = soql;
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/search", request -> answer(request, Search.parse(text(request))));
        api.on("GET", "/parameterizedSearch", request -> answer(request, Search.ofParameters(request)));
        api.on("POST", "/parameterizedSearch", request -> answer(request, Search.ofBody(request.json())));
    }

    private static String text(Request request) {
        return request.param("q")
                .orElseThrow(() -> new ApiException(400, "MALFORMED_SEARCH", "No search was given in the parameter q"));
    }

    private Response answer(Request request, Search search) {
        var pattern = search.pattern();
        var targets = search.targets().isEmpty() ? everywhere(request) : search.targets();
        return Response.json(Map.of(
                "searchRecords",
                targets.stream()
                        .flatMap(target -> found(request, target, pattern, search.namesOnly()))
                        .limit(search.limit())
                        .toList()));
    }

    private List<Target> everywhere(Request request) {
        return view.org().schema().objects().stream()
                .filter(type -> !type.isSetup() && type.nameField() != null)
                .filter(type -> view.named(request, type.name()).isPresent())
                .map(type -> new Target(type.name(), "Id", "", MOST_EVERYWHERE))
                .toList();
    }

    private Stream<Map<String, @Nullable Object>> found(
            Request request, Target target, Pattern pattern, boolean namesOnly) {
        try {
            var query = soql.bind(
                    "SELECT %s FROM %s%s".formatted(target.fields(), target.object(), target.rest()),
                    view.userId(request));
            var type = view.named(request, target.object()).orElseThrow(ApiException::notFound);
            var fields = searched(type, namesOnly);
            var json = new RecordJson(view.org(), request.base());
            return query.rows(false).stream()
                    .filter(row -> matches(row, fields, pattern))
                    .limit(target.limit())
                    .map(row -> json.of(row, query.columns()));
        } catch (SoqlException e) {
            throw new ApiException(400, e.errorCode(), String.valueOf(e.getMessage()));
        }
    }

    private static List<Field> searched(ObjectType type, boolean namesOnly) {
        var name = type.nameField();
        return namesOnly && name != null
                ? List.of(name)
                : type.fields().stream().filter(field -> field.type().isText()).toList();
    }

    private static boolean matches(Row row, List<Field> fields, Pattern pattern) {
        return fields.stream()
                .anyMatch(field -> pattern.matcher(row.text(field)).find());
    }
}
