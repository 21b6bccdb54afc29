package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.Response;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.Org;
import java.util.Map;
import java.util.stream.Collectors;

/** The pages at which a person signs in. */
final class SignInPage {
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String PAGE =
            """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Sandbox sign-in</title></head>
            <body><main>%s</main></body></html>
            """;
    private static final String FORM =
            """
            <h1>%s</h1>
            <form method="post" action="%s">%s
            <label>%s <input id="%s" name="%5$s" value="%s" autofocus></label>
            <button type="submit" name="save" value="Connect">%s</button></form>""";

    private final Org org;
    private final SignInRules rules;
    private final String defaultUsername;

    SignInPage(Org org, SignInRules rules, String defaultUsername) {
        this.org = org;
        this.rules = rules;
        this.defaultUsername = defaultUsername;
    }

    /** Asks who signs in; what the form is to send along is hidden in it. */
    Response askForUser(String action, Map<String, String> hidden) {
        var fields = hidden.entrySet().stream()
                .map(each -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                        .formatted(attribute(each.getKey()), attribute(each.getValue())))
                .collect(Collectors.joining());
        return page(FORM.formatted(
                "Sign in to the sandbox org",
                action,
                fields,
                "User name",
                "username",
                attribute(defaultUsername),
                "Sign in and allow access"));
    }

    /** Asks for the code that a client shows. */
    Response askForCode(String action, String known) {
        return page(FORM.formatted("Connect a device", action, "", "Code", "user_code", attribute(known), "Connect"));
    }

    Response say(String title) {
        return page("<h1>" + Xml.escape(title) + "</h1>");
    }

    /** The id of the user whom the form names. @throws OAuthError when that one must not come in */
    String userId(Map<String, String> form) {
        rules.check();
        return Users.active(org, form.getOrDefault("username", ""));
    }

    /** What a client gets that asks for these scopes. */
    String scope(Map<String, String> asked) {
        return rules.scope(asked.get("scope"));
    }

    private static Response page(String content) {
        return Response.text(200, HTML, PAGE.formatted(content));
    }

    private static String attribute(String text) {
        return Xml.escape(text).replace("\"", "&quot;");
    }
}
