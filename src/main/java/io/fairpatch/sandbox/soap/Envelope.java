package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Request;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.OwnerOption;
import io.fairpatch.sandbox.org.WriteContext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * A call as it came.
 *
 * @param call the element that names the operation
 */
record Envelope(Request request, Element root, Element call, String userId) {
    String operation() {
        return call.getLocalName();
    }

    List<Element> arguments(String name) {
        return Xml.children(call, name);
    }

    /** What a call takes that takes nothing else, which clients call by different names. */
    List<Element> onlyArguments(String name) {
        var named = arguments(name);
        return named.isEmpty() ? Xml.children(call) : named;
    }

    Optional<String> argument(String name) {
        return Xml.childText(call, name);
    }

    /** The text of an element in a header. */
    Optional<String> header(String header, String name) {
        return Xml.find(root, header).flatMap(element -> Xml.text(element, name));
    }

    boolean headerSays(String header, String name) {
        return header(header, name).filter("true"::equals).isPresent();
    }

    WriteContext context() {
        var client = header("CallOptions", "client").orElseGet(request::client);
        boolean duplicates = headerSays("DuplicateRuleHeader", "allowSave");
        return new WriteContext(userId, client, null, duplicates, ownerOptions());
    }

    private Set<OwnerOption> ownerOptions() {
        var wanted = EnumSet.noneOf(OwnerOption.class);
        Xml.find(root, "OwnerChangeOptions").ifPresent(header -> Xml.children(header, "options").stream()
                .filter(option ->
                        Xml.childText(option, "execute").filter("true"::equals).isPresent())
                .forEach(option ->
                        Xml.childText(option, "type").flatMap(OwnerOption::of).ifPresent(wanted::add)));
        return wanted;
    }
}
