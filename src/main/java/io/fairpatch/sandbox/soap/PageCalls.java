package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.schema.Layouts;
import io.fairpatch.sandbox.schema.ObjectType;
import io.fairpatch.sandbox.schema.Tabs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that describe what the org's pages are made of. */
final class PageCalls {
    private static final String APP = "02uFp0000000001AAA";

    private final Org org;
    private final DescribeCalls describes;

    PageCalls(Org org, DescribeCalls describes) {
        this.org = org;
        this.describes = describes;
    }

    String result(Envelope call) {
        return switch (call.operation()) {
            case "describeTabs" -> SoapXml.element("result", WsdlAge.known(call.request(), app(call)));
            case "describeAllTabs" -> results(tabs(call).map(Tabs::of).toList());
            case "describeTheme" ->
                results(List.of(
                        Map.of("themeItems", tabs(call).map(Tabs::themed).toList())));
            case "describeLayout" -> results(call, Layouts::of);
            case "describeCompactLayouts" -> results(call, Layouts::compact);
            case "describeSearchLayouts" -> results(call, Tabs::searched);
            case "describeSearchScopeOrder" ->
                results(tabs(call)
                        .map(type -> Map.of("keyPrefix", type.keyPrefix(), "name", type.name()))
                        .toList());
            case "describeAppMenu" -> "<result/>";
            case "describeQuickActions", "describeAvailableQuickActions" -> "";
            default -> throw new UnknownCall(call);
        };
    }

    /** The one app, which everybody sees all tabs in. */
    private Map<String, Object> app(Envelope call) {
        var app = new LinkedHashMap<String, Object>();
        app.put("description", "");
        app.put("label", "Sales");
        app.put("logoUrl", "");
        app.put("selected", true);
        app.put("tabSetId", APP);
        app.put("tabs", tabs(call).map(Tabs::of).toList());
        return app;
    }

    private Stream<ObjectType> tabs(Envelope call) {
        return org.schema().objects().stream()
                .filter(Tabs::has)
                .flatMap(type -> org.rights().view(call.userId(), type).stream());
    }

    /** What a page has for an object. */
    @FunctionalInterface
    private interface Part {
        Map<String, ?> of(ObjectType type);
    }

    private String results(Envelope call, Part part) {
        return describes.types(call).stream()
                .map(type -> SoapXml.element("result", WsdlAge.known(call.request(), part.of(type))))
                .collect(Collectors.joining());
    }

    private static String results(List<? extends Map<String, ?>> all) {
        return SoapXml.element("result", all);
    }
}
