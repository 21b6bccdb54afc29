package io.fairpatch.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The package table of docs/architecture.md: who may import whom. */
class PackageTableTest {
    private static final String ROOT = "io.fairpatch.";
    private static final Map<String, Set<String>> MAY_IMPORT = table();

    private static JavaClasses house;

    private static Map<String, Set<String>> table() {
        var table = new LinkedHashMap<String, Set<String>>();
        table.put("model", Set.of());
        table.put("error", Set.of());
        table.put("geo", Set.of());
        table.put("oauth", Set.of());
        table.put("config", names("model error"));
        table.put("org", names("model error"));
        table.put("store", names("model error config"));
        table.put("score", names("model error config"));
        table.put("sandbox", names("error geo"));
        table.put("plan", names("model error config score"));
        table.put("salesforce", names("model error oauth config org"));
        table.put("access", names("model error oauth config store"));
        table.put("sync", names("model error geo config org store"));
        table.put("review", names("model error config org store score plan access"));
        table.put("commit", names("model error config org store review access"));
        table.put("doctor", names("model error config org store access"));
        table.put("install", names("model error oauth config org store access"));
        table.put("insight", names("model error config store score plan"));
        table.put("watch", names("model error config store access insight"));
        var features = names(
                "model error geo oauth config org store score plan access sync review commit insight watch doctor install");
        table.put("jobs", features);
        var shown = new TreeSet<>(features);
        shown.remove("store");
        shown.add("jobs");
        table.put("web", shown);
        table.put("cli", shown);
        return table;
    }

    private static Set<String> names(String spaced) {
        return Set.of(spaced.split(" "));
    }

    @BeforeAll
    static void read() {
        house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.fairpatch");
    }

    @Test
    void a_package_imports_only_what_the_table_names() {
        var wrong = house.stream()
                .filter(type -> !feature(type).equals("app"))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream()
                        .filter(use -> isOurs(use.getTargetClass()))
                        .filter(use -> !allowed(feature(type), feature(use.getTargetClass())))
                        .map(use ->
                                type.getName() + " -> " + use.getTargetClass().getName()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_package_stands_in_the_table() {
        var features = house.stream().map(PackageTableTest::feature).collect(Collectors.toCollection(TreeSet::new));
        features.remove("app");
        assertThat(features).hasSizeGreaterThan(10).isSubsetOf(MAY_IMPORT.keySet());
    }

    @Test
    void packages_are_free_of_cycles_at_the_lowest_level() {
        slices().matching("io.fairpatch.(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void only_commit_calls_the_writing_side_of_an_org() {
        var callers = house.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(call -> List.of(
                                "io.fairpatch.org.OrgWriter",
                                "io.fairpatch.org.DirectWriter",
                                "io.fairpatch.org.LinkWriter")
                        .contains(call.getTargetOwner().getName())))
                .map(PackageTableTest::feature)
                .collect(Collectors.toSet());
        assertThat(callers).isSubsetOf(Set.of("commit"));
    }

    @Test
    void only_install_changes_the_set_up_of_an_org() {
        var callers = house.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().getName().equals("io.fairpatch.org.OrgInstaller")))
                .map(PackageTableTest::feature)
                .collect(Collectors.toSet());
        assertThat(callers).isSubsetOf(Set.of("install"));
    }

    @Test
    void only_the_demo_gives_several_people_one_password() {
        var callers = house.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTarget().getName().equals("setSharedPassword")))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(callers).containsExactly("io.fairpatch.app.demo");
    }

    @Test
    void no_name_says_nothing() {
        var vague = List.of("Impl", "Util", "Utils", "Manager", "Helper");
        assertThat(house.stream().map(JavaClass::getSimpleName).filter(name -> vague.stream()
                        .anyMatch(name::endsWith)))
                .isEmpty();
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to) || MAY_IMPORT.getOrDefault(from, Set.of()).contains(to);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    private static String feature(JavaClass type) {
        return Arrays.stream(type.getPackageName().substring(ROOT.length()).split("\\."))
                .findFirst()
                .orElseThrow();
    }
}
