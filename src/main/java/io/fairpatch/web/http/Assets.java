package io.fairpatch.web.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** Our own style sheets and script, under an address that changes with them so that browsers may keep them. */
@Hidden
@Controller("/assets")
public final class Assets {
    private static final Map<String, String> TYPES = Map.of(
            "base.css", "text/css",
            "parts.css", "text/css",
            "print.css", "text/css",
            "fairpatch.js", "text/javascript",
            "forms.js", "text/javascript",
            "mark.svg", "image/svg+xml",
            "slds.css", "text/css");
    private static final String DESIGN_SYSTEM =
            "/META-INF/resources/webjars/salesforce-lightning-design-system/2.13.3/styles/"
                    + "salesforce-lightning-design-system.min.css";
    /** What our pages use of the design system, which has 640 kB for all that an app might show. */
    static final Set<String> DESIGN_CLASSES = Set.of(
            "slds-assistive-text",
            "slds-button",
            "slds-button_brand",
            "slds-button_destructive",
            "slds-button_neutral",
            "slds-input",
            "slds-select",
            "slds-textarea");

    private static final String NOTICE =
            "/*! Lightning Design System 2.13.3 *//*! normalize.css v3.0.2 | MIT License */"
                    + "/*! HTML5 Boilerplate v5.2.0 | MIT License */";

    private final Map<String, byte[]> files;
    private final String version;

    Assets() {
        files = new LinkedHashMap<>();
        var sum = new CRC32();
        TYPES.keySet().stream().sorted().forEach(name -> {
            byte[] content =
                    name.equals("slds.css") ? designSystem().getBytes(StandardCharsets.UTF_8) : read("/assets/" + name);
            sum.update(content);
            files.put(name, content);
        });
        version = Long.toHexString(sum.getValue());
    }

    /** The design system's rules for our pages. */
    static String designSystem() {
        var rules = new StyleRules(DESIGN_CLASSES).of(new String(read(DESIGN_SYSTEM), StandardCharsets.UTF_8));
        // the font is not licensed for others, so that no browser may ask for it
        return NOTICE + rules.replace("\"Salesforce Sans\",", "");
    }

    /** Part of every address of these files. */
    public String version() {
        return version;
    }

    @OpenToAll
    @Get("/{version}/{name}")
    HttpResponse<byte[]> file(String version, String name) {
        byte[] content = files.get(name);
        if (content == null) {
            return HttpResponse.notFound();
        }
        return HttpResponse.ok(content).contentType(MediaType.of(TYPES.get(name) + ";charset=utf-8"));
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The file " + name + " is missing from the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
