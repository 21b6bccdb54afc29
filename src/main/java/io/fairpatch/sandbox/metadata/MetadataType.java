package io.fairpatch.sandbox.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of component that can be deployed.
 *
 * @param name as in package.xml, for example PermissionSet
 * @param folder in a package
 * @param suffix of its files; empty when each component is a folder of its own
 * @param children kinds that lie inside of its files
 */
record MetadataType(String name, String folder, String suffix, List<String> children) {
    static final MetadataType OBJECT = new MetadataType("CustomObject", "objects", "object", List.of("CustomField"));
    static final MetadataType PERMISSION_SET = of("PermissionSet", "permissionsets", "permissionset");

    /** What the sandbox keeps without acting on it. */
    private static final List<MetadataType> KEPT = List.of(
            of("LightningComponentBundle", "lwc", ""),
            of("FlexiPage", "flexipages", "flexipage"),
            of("Layout", "layouts", "layout"),
            of("CustomTab", "tabs", "tab"),
            of("CustomApplication", "applications", "app"),
            of("ExternalClientApplication", "externalClientApps", "eca"),
            of("ExtlClntAppOauthSettings", "extlClntAppOauthSettings", "ecaOauth"),
            of("ExtlClntAppGlobalOauthSettings", "extlClntAppGlobalOauthSets", "ecaGlblOauth"),
            of("ExtlClntAppOauthConfigurablePolicies", "extlClntAppOauthPolicies", "ecaOauthPlcy"),
            of("ConnectedApp", "connectedApps", "connectedApp"));

    private static MetadataType of(String name, String folder, String suffix) {
        return new MetadataType(name, folder, suffix, List.of());
    }

    /** The kind whose components are kept as they came. */
    static Optional<MetadataType> keptIn(String folder) {
        return KEPT.stream().filter(type -> type.folder().equals(folder)).findFirst();
    }

    static Optional<MetadataType> named(String name) {
        return KEPT.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /** What describeMetadata answers. */
    static Map<String, Object> describe() {
        var all = new ArrayList<Map<String, Object>>();
        all.add(OBJECT.described());
        all.add(PERMISSION_SET.described());
        KEPT.forEach(type -> all.add(type.described()));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("metadataObjects", all);
        answer.put("organizationNamespace", "");
        answer.put("partialSaveAllowed", true);
        answer.put("testRequired", false);
        return answer;
    }

    private Map<String, Object> described() {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("childXmlNames", children);
        answer.put("directoryName", folder);
        answer.put("inFolder", false);
        answer.put("metaFile", false);
        if (!suffix.isEmpty()) {
            answer.put("suffix", suffix);
        }
        answer.put("xmlName", name);
        return answer;
    }
}
