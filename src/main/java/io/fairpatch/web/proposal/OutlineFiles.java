package io.fairpatch.web.proposal;

import io.fairpatch.geo.Outlines;
import io.fairpatch.web.http.OpenToSignedIn;
import io.fairpatch.web.view.Mercator;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Borders for the maps, drawn once and kept by browsers: every map shows a part of the same drawing. */
@Hidden
@Controller("/outlines")
final class OutlineFiles {
    private static final String STATES = "states.svg";
    private static final String COUNTRIES = "countries.svg";

    private final ConcurrentMap<String, String> drawn = new ConcurrentHashMap<>();

    @OpenToSignedIn
    @Get("/{name}")
    HttpResponse<String> outline(String name) {
        if (!name.equals(STATES) && !name.equals(COUNTRIES)) {
            return HttpResponse.notFound();
        }
        String svg = drawn.computeIfAbsent(
                name, file -> draw(file.equals(STATES) ? Outlines.states() : Outlines.countries()));
        return HttpResponse.ok(svg)
                .contentType(MediaType.of("image/svg+xml;charset=utf-8"))
                .header("Cache-Control", "private, max-age=86400");
    }

    private static String draw(List<List<double[]>> rings) {
        var path = new StringBuilder();
        for (List<double[]> ring : rings) {
            char command = 'M';
            for (double[] point : ring) {
                path.append(command)
                        .append(Mercator.show(Mercator.x(point[0])))
                        .append(' ')
                        .append(Mercator.show(Mercator.y(point[1])));
                command = 'L';
            }
            path.append('Z');
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1000\"><path id=\"outline\" d=\"" + path
                + "\"/></svg>";
    }
}
