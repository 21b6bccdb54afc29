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
        System.exit(run(new ArrayList<>(List.of(arguments))));
    }

    private static int run(List<String> arguments) throws Exception {
        boolean json = arguments.remove("--json");
        var benches = all();
        var bench = arguments.isEmpty() ? null : benches.get(arguments.get(0));
        if (bench == null) {
            System.err.println("Usage: fairpatch bench NAME [--json] [--option value]...");
            benches.forEach((name, each) -> System.err.printf("  %-14s %s%n", name, each.about()));
            return arguments.isEmpty() ? 0 : 2;
        }
        var options = BenchOptions.parse(arguments.subList(1, arguments.size()));
        long begin = System.nanoTime();
        var figures = bench.run(options);
        if (!options.unknown().isEmpty()) {
            System.err.println("The bench " + bench.name() + " does not know " + options.unknown());
            return 2;
        }
        print(bench, figures, (System.nanoTime() - begin) / 1e9, json);
        return figures.stream().anyMatch(figure -> Boolean.FALSE.equals(figure.met())) ? 3 : 0;
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
