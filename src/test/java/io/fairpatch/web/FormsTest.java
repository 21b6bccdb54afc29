package io.fairpatch.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.web.http.SignedIn;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Forms are read as a whole. The framework can bind them field by field too, and then fails now and then while it is
 * busy ("Chunk already claimed"): a word given by a button was lost with an error of ours.
 */
class FormsTest {
    private static final Set<Class<?>> OF_THE_REQUEST = Set.of(HttpRequest.class, SignedIn.class);

    @Test
    void no_page_binds_a_field_of_a_form_by_itself() throws IOException {
        try (var server = new PaperServer()) {
            var forms = server.part(Router.class)
                    .uriRoutes()
                    .filter(FormsTest::takesForms)
                    .toList();

            assertThat(forms).hasSizeGreaterThan(20);
            assertThat(forms.stream().flatMap(FormsTest::bound).distinct()).isEmpty();
        }
    }

    private static boolean takesForms(UriRouteInfo<?, ?> route) {
        return route.getConsumes().contains(MediaType.APPLICATION_FORM_URLENCODED_TYPE);
    }

    private static Stream<String> bound(UriRouteInfo<?, ?> route) {
        List<String> inAddress = route.getUriMatchTemplate().getVariableNames();
        return Arrays.stream(route.getTargetMethod().getArguments())
                .filter(argument -> !OF_THE_REQUEST.contains(argument.getType()))
                .filter(argument -> !inAddress.contains(argument.getName()))
                .filter(argument -> !argument.isAnnotationPresent(Body.class))
                .map(argument -> route.getUriMatchTemplate().toPathString() + " " + argument.getName());
    }
}
