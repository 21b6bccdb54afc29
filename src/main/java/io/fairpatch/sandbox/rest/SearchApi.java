package io.fairpatch.sandbox.rest;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.ApiRoutes;
import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.soql.Soql;
import io.fairpatch.sandbox.soql.SoqlException;
import java.util.Map;

/** Finds records by words, in SOSL or by parameters. */
public final class SearchApi {
    private static final int WRAPPED_SINCE = 37;

    private final View view;
    private final Finder finder;

    public SearchApi(View view, Soql soql) {
        this.view = view;
        this.finder = new Finder(view.org(), soql);
    }

    public void routes(ApiRoutes api) {
        api.on("GET", "/search", request -> answer(request, Sosl.parse(text(request))));
        api.on("GET", "/tooling/search", request -> answer(request, Sosl.parse(text(request))));
        api.on("GET", "/parameterizedSearch", request -> answer(request, Search.ofParameters(request)));
        api.on("POST", "/parameterizedSearch", request -> answer(request, Search.ofBody(request.json())));
    }

    private static String text(Request request) {
        return request.param("q")
                .orElseThrow(() -> new ApiException(400, "MALFORMED_SEARCH", "No search was given in the parameter q"));
    }

    private Response answer(Request request, Search search) {
        var json = new RecordJson(view.org(), request.base());
        try {
            var found = finder.find(search, view.userId(request)).stream()
                    .map(each -> json.of(each.row(), each.columns()))
                    .toList();
            boolean bare = Double.parseDouble(request.version()) < WRAPPED_SINCE;
            return Response.json(bare ? found : Map.of("searchRecords", found));
        } catch (SoqlException e) {
            throw new ApiException(400, e.errorCode(), String.valueOf(e.getMessage()));
        }
    }
}
