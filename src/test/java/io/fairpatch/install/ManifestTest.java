package io.fairpatch.install;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The project of manifests/salesforce, checked without an org: types, references, rights, completeness. */
class ManifestTest {
    private static final Path PROJECT = Path.of("manifests/salesforce");
    private static final Path SOURCE = PROJECT.resolve("force-app/main/default");
    private static final Pattern IMPORT = Pattern.compile("'@salesforce/schema/([\\w.]+)'");

    /** Root element by the file's ending, and the elements that may stand in it. */
    private static final Map<String, Map.Entry<String, Set<String>>> TYPES = Map.of(
            ".field-meta.xml",
                    type(
                            "CustomField",
                            "fullName description inlineHelpText label length precision scale"
                                    + " required trackHistory type deleteConstraint referenceTo relationshipLabel relationshipName"
                                    + " valueSet visibleLines"),
            ".object-meta.xml",
                    type(
                            "CustomObject",
                            "allowInChatterGroups deploymentStatus description enableActivities"
                                    + " enableBulkApi enableHistory enableReports enableSharing enableStreamingApi externalSharingModel"
                                    + " label nameField pluralLabel sharingModel"),
            ".permissionset-meta.xml",
                    type(
                            "PermissionSet",
                            "description fieldPermissions hasActivationRequired label"
                                    + " objectPermissions userPermissions"),
            ".eca-meta.xml",
                    type("ExternalClientApplication", "contactEmail description distributionState isProtected label"),
            ".ecaOauth-meta.xml",
                    type("ExtlClntAppOauthSettings", "commaSeparatedOauthScopes externalClientApplication label"),
            ".ecaGlblOauth-meta.xml",
                    type(
                            "ExtlClntAppGlobalOauthSettings",
                            "callbackUrl externalClientApplication"
                                    + " isConsumerSecretOptional isIntrospectAllTokens isPkceRequired isSecretRequiredForRefreshToken"
                                    + " label shouldRotateConsumerKey shouldRotateConsumerSecret"),
            ".ecaOauthPlcy-meta.xml",
                    type(
                            "ExtlClntAppOauthConfigurablePolicies",
                            "commaSeparatedPermissionSet"
                                    + " externalClientApplication ipRelaxationPolicyType label permittedUsersPolicyType"
                                    + " refreshTokenPolicyType refreshTokenValidityPeriod refreshTokenValidityUnit"),
            ".js-meta.xml",
                    type(
                            "LightningComponentBundle",
                            "apiVersion description isExposed masterLabel targets targetConfigs"));

    private final Map<String, String> written =
            ConfigLoader.shipped(ConfigPart.MAPPING).written();

    @Test
    void every_file_is_xml_of_its_type() {
        var files = files(SOURCE, ".xml");
        assertThat(files).hasSizeGreaterThan(20).allSatisfy(file -> {
            var type = TYPES.entrySet().stream()
                    .filter(entry -> file.toString().endsWith(entry.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            var root = root(file);
            assertThat(root.getTagName()).isEqualTo(type.getKey());
            assertThat(root.getAttribute("xmlns")).isEqualTo("http://soap.sforce.com/2006/04/metadata");
            assertThat(children(root)).as(file.toString()).isSubsetOf(type.getValue());
        });
    }

    @Test
    void every_field_has_help_and_a_description_and_its_files_name() {
        assertThat(files(SOURCE, ".field-meta.xml")).hasSize(13).allSatisfy(file -> {
            var field = root(file);
            assertThat(Xml.text(field, "inlineHelpText")).hasSizeBetween(20, 510);
            assertThat(Xml.text(field, "description")).hasSizeBetween(20, 1000);
            assertThat(file.getFileName().toString()).isEqualTo(Xml.text(field, "fullName") + ".field-meta.xml");
        });
    }

    @Test
    void every_written_field_is_there_and_is_edited_by_the_integration_alone() {
        var ours = fields().stream().filter(name -> name.startsWith("Account.")).collect(Collectors.toSet());
        assertThat(written.values()).hasSize(7).allSatisfy(name -> assertThat(ours)
                .contains("Account." + name));
        assertThat(ours).hasSameSizeAs(written.values());

        assertThat(editable("Fairpatch_Integration"))
                .isEqualTo(
                        written.values().stream().map(name -> "Account." + name).collect(Collectors.toSet()));
        assertThat(editable("Fairpatch_Ops")).containsExactly("Territory_Feedback__c.Status__c");
        assertThat(editable("Fairpatch_Rep")).noneMatch(name -> name.startsWith("Account."));
    }

    @Test
    void every_field_and_object_of_a_permission_set_exists() throws IOException {
        var known = new TreeSet<>(fields());
        known.addAll(standardFields());
        for (var file : files(SOURCE, ".permissionset-meta.xml")) {
            for (var field : Xml.children(root(file), "fieldPermissions")) {
                assertThat(known).as(file.toString()).contains(Xml.text(field, "field"));
            }
            for (var object : Xml.children(root(file), "objectPermissions")) {
                var name = Xml.text(object, "object");
                assertThat(known).as(name).anyMatch(field -> field.startsWith(name + "."));
                assertThat(Xml.isTrue(object, "allowDelete")).as(name).isFalse();
            }
        }
    }

    @Test
    void every_standard_field_that_is_mapped_exists_and_may_be_read_by_the_integration() throws IOException {
        var standard = standardFields();
        var mapping = ConfigLoader.shipped(ConfigPart.MAPPING);
        var parts = Map.of("Account", mapping.account(), "Opportunity", mapping.opportunity(), "User", mapping.user());
        parts.forEach((object, fields) -> fields.values().stream()
                .flatMap(source -> source.fields().stream())
                .filter(name -> !name.endsWith("__c") && !name.contains("."))
                .forEach(name -> assertThat(standard).contains(object + "." + name)));
    }

    @Test
    void package_xml_lists_what_is_there_and_uninstall_takes_all_of_it_away() {
        var listed = members(PROJECT.resolve("manifest/package.xml"));
        assertThat(listed.get("CustomField")).isEqualTo(fields());
        assertThat(listed.get("CustomObject")).containsExactly("Territory_Feedback__c");
        assertThat(listed.get("PermissionSet")).isEqualTo(names("permissionsets", ".permissionset-meta.xml"));
        assertThat(listed.get("LightningComponentBundle")).containsExactly("fairpatchTerritory");
        assertThat(listed.get("ExternalClientApplication")).isEqualTo(names("externalClientApps", ".eca-meta.xml"));
        assertThat(listed.get("ExtlClntAppOauthSettings"))
                .isEqualTo(names("extlClntAppOauthSettings", ".ecaOauth-meta.xml"));
        assertThat(listed.get("ExtlClntAppGlobalOauthSettings"))
                .isEqualTo(names("extlClntAppGlobalOauthSets", ".ecaGlblOauth-meta.xml"));
        assertThat(listed.get("ExtlClntAppOauthConfigurablePolicies"))
                .isEqualTo(names("extlClntAppOauthPolicies", ".ecaOauthPlcy-meta.xml"));

        var removed = members(PROJECT.resolve("manifest/uninstall/destructiveChanges.xml"));
        var gone = new TreeMap<>(listed);
        gone.computeIfPresent("CustomField", (type, names) -> names.stream()
                .filter(name -> name.startsWith("Account."))
                .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(removed).isEqualTo(gone);
        assertThat(members(PROJECT.resolve("manifest/uninstall/package.xml"))).isEmpty();
    }

    @Test
    void the_card_uses_fields_that_exist_and_no_apex() throws IOException {
        var code = Files.readString(SOURCE.resolve("lwc/fairpatchTerritory/fairpatchTerritory.js"));
        var used = IMPORT.matcher(code).results().map(match -> match.group(1)).toList();
        var known = new TreeSet<>(fields());
        known.addAll(Set.of("Territory_Feedback__c", "Account.Territory_Rep__r.Name"));
        assertThat(used).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(known)
                .contains(name));
        assertThat(code).doesNotContain("@salesforce/apex");
        assertThat(files(SOURCE, ".cls")).isEmpty();
    }

    @Test
    void what_is_sent_holds_all_of_it_under_the_names_of_the_mapping() {
        var mapping = ConfigLoader.shipped(ConfigPart.MAPPING);
        var renamed = new TreeMap<>(mapping.written());
        renamed.put("territory", "Region__c");
        renamed.put("rep", "Region_Rep__c");
        var sent = DeployPackage.of(Blueprint.of(new io.fairpatch.config.MappingConfig(
                        mapping.account(),
                        mapping.opportunity(),
                        mapping.user(),
                        renamed,
                        mapping.scope(),
                        mapping.readiness())))
                .files();

        assertThat(sent.keySet())
                .contains(
                        "package.xml",
                        "objects/Account.object",
                        "objects/Territory_Feedback__c.object",
                        "permissionsets/Fairpatch_Integration.permissionset",
                        "lwc/fairpatchTerritory/fairpatchTerritory.js");
        assertThat(sent.get("objects/Account.object"))
                .contains("<fullName>Region__c</fullName>")
                .doesNotContain("<fullName>Territory__c</fullName>");
        assertThat(sent.get("permissionsets/Fairpatch_Rep.permissionset"))
                .contains("Account.Region__c")
                .doesNotContain("Account.Territory__c");
        assertThat(sent.get("lwc/fairpatchTerritory/fairpatchTerritory.js"))
                .contains("'@salesforce/schema/Account.Region__c'", "schema/Account.Region_Rep__r.Name'")
                .contains("'@salesforce/schema/Territory_Feedback__c.Territory__c'");
        sent.forEach((path, text) -> {
            if (!path.endsWith(".js") && !path.endsWith(".html")) {
                assertThat(Xml.parse(text)).as(path).isNotNull();
            }
        });
    }

    private static Map.Entry<String, Set<String>> type(String root, String children) {
        return Map.entry(root, Set.of(children.split(" ")));
    }

    private static Set<String> editable(String set) {
        return Xml.children(
                        root(SOURCE.resolve("permissionsets/" + set + ".permissionset-meta.xml")), "fieldPermissions")
                .stream()
                .filter(field -> Xml.isTrue(field, "editable"))
                .map(field -> Xml.text(field, "field"))
                .collect(Collectors.toSet());
    }

    private static TreeSet<String> fields() {
        return files(SOURCE, ".field-meta.xml").stream()
                .map(SOURCE.resolve("objects")::relativize)
                .map(file -> file.getName(0) + "." + file.getName(2).toString().replace(".field-meta.xml", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TreeSet<String> names(String folder, String ending) {
        return files(SOURCE.resolve(folder), ending).stream()
                .map(file -> file.getFileName().toString().replace(ending, ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As the practice org knows them: object, name, and so on, a line each. */
    private static Set<String> standardFields() throws IOException {
        try (InputStream in = ManifestTest.class.getResourceAsStream("/io/fairpatch/sandbox/fields.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split(",", 3))
                    .filter(cells -> cells.length == 3)
                    .flatMap(cells -> cells[0].equals("*")
                            ? Stream.of("Account", "Opportunity", "User", "Contact")
                                    .map(object -> object + "." + cells[1])
                            : Stream.of(cells[0] + "." + cells[1]))
                    .collect(Collectors.toSet());
        }
    }

    private static TreeMap<String, TreeSet<String>> members(Path file) {
        var members = new TreeMap<String, TreeSet<String>>();
        for (var types : Xml.children(root(file), "types")) {
            members.put(
                    Xml.text(types, "name"),
                    Xml.children(types, "members").stream()
                            .map(member -> member.getTextContent().strip())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        return members;
    }

    private static Set<String> children(Element root) {
        NodeList nodes = root.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> ((Element) node).getTagName())
                .collect(Collectors.toSet());
    }

    private static Element root(Path file) {
        try {
            return Xml.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
