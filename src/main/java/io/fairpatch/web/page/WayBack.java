package io.fairpatch.web.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes after signing in: a path of ours and nothing else, so that nobody is sent to another site. */
final class WayBack {
    static final String HOME = "/";

    private static final Pattern OUR_PATH = Pattern.compile("/(?![/\\\\])[!-\\[\\]-~]*");

    private WayBack() {}

    /** The path asked for when it is one of ours, else {@link #HOME}. */
    static String ours(@Nullable String asked) {
        if (asked == null || !OUR_PATH.matcher(asked).matches()) {
            return HOME;
        }
        try {
            return new URI(asked).toString();
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
