package io.fairpatch.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Runs one bench and prints its figures. Exits 0 when every limit holds, 3 when one doesn't, 2 on bad usage. */
final class BenchMain {
    private BenchMain() {}

    public static void main(String[] arguments) throws Exception {
        System.exit(code(new ArrayList<>(List.of(arguments))));
    }

    private static int code(List<String> arguments) throws Exception {
        try {
            return run(arguments);
        } catch (UsageException e) {
            System.err.println(e.getMessage() + " Maybe see: fairpatch bench --help");
            return 2;
        }
    }

    private static int run(List<String> arguments) throws Exception {
        boolean json = arguments.remove("--json");
        boolean help = arguments.isEmpty() || arguments.removeAll(List.of("--help", "-h"));
        var benches = all();
        if (help) {
            usage(benches);
            return 0;
        }
        var bench = benches.get(arguments.get(0));
        if (bench == null) {
            throw new UsageException("No bench is called %s.".formatted(arguments.get(0)));
        }
        var options = BenchOptions.parse(bench, arguments.subList(1, arguments.size()));
        long begin = System.nanoTime();
        var figures = bench.run(options);
        print(bench, figures, (System.nanoTime() - begin) / 1e9, json);
        return figures.stream().anyMatch(figure -> Boolean.FALSE.equals(figure.met())) ? 3 : 0;
    }

    private static void usage(Map<String, Bench> benches) {
        System.out.println("Usage: fairpatch bench NAME [--json] [--option value]...");
        benches.forEach((name, bench) -> {
            System.out.printf("  %-14s %s%n", name, bench.about());
            new TreeMap<>(bench.options())
                    .forEach((option, value) -> System.out.printf("  %-14s   --%s %s%n", "", option, value));
        });
    }

    private static Map<String, Bench> all() {
        var benches = new TreeMap<String, Bench>();
        ServiceLoader.load(Bench.class).forEach(bench -> benches.put(bench.name(), bench));
        return benches;
    }

    private static void print(Bench bench, List<Figure> figures, double seconds, boolean json) throws Exception {
        if (!json) {
            figures.forEach(BenchMain::line);
            return;
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("bench", bench.name());
        object.put("processors", Runtime.getRuntime().availableProcessors());
        object.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        object.put("seconds", seconds);
        object.put("figures", figures);
        System.out.println(new ObjectMapper().writeValueAsString(object));
    }

    private static void line(Figure figure) {
        var ratio = figure.ratio();
        System.out.printf(
                Locale.ROOT,
                "%-60s %12.4g %-8s %s%n",
                figure.what(),
                figure.value(),
                figure.unit(),
                figure.peer() == null
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "%s %.4g, ratio %s%s",
                                figure.peer(),
                                figure.against(),
                                ratio == null ? "-" : String.format(Locale.ROOT, "%.3f", ratio),
                                met(figure)));
    }

    private static String met(Figure figure) {
        return figure.met() == null ? "" : figure.met() ? "  ok" : "  MISSED";
    }
}
