package io.fairpatch.web;

import io.fairpatch.access.Person;
import io.fairpatch.bench.Bench;
import io.fairpatch.bench.BenchOptions;
import io.fairpatch.bench.Figure;
import io.fairpatch.review.ProposalService;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** How long pages of a large proposal take while many people work on it at once. */
public final class PagesBench implements Bench {
    private static final double LIMIT_MILLIS = 300;
    private static final int REPS = 500;
    private static final int WARM_UP = 10;

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String about() {
        return "95 % of page loads and what-ifs against 300 ms";
    }

    @Override
    public Map<String, String> options() {
        return Map.of("accounts", "100000", "people", "20", "rounds", "5");
    }

    @Override
    public List<Figure> run(BenchOptions options) throws Exception {
        int accounts = options.number("accounts");
        int people = options.number("people");
        int rounds = options.number("rounds");
        try (var server = new PaperServer()) {
            System.err.println("Storing a proposal of " + accounts + " accounts");
            String id = server.part(ProposalService.class)
                    .create(LargePlan.draft(accounts, REPS), Person.system(PaperOrg.ID))
                    .id();
            var visitor = new Visitor(server, "olga");
            for (int i = 0; i < WARM_UP; i++) {
                round(visitor, id, i);
            }
            System.err.println(people + " people at once");
            var pool = Executors.newFixedThreadPool(people);
            try {
                var calls = new ArrayList<Callable<Map<String, List<Double>>>>();
                for (int person = 0; person < people; person++) {
                    int first = person;
                    calls.add(() -> rounds(visitor, id, first * rounds, rounds));
                }
                var all = new TreeMap<String, List<Double>>();
                for (var done : pool.invokeAll(calls)) {
                    done.get().forEach((what, times) -> all.computeIfAbsent(what, any -> new ArrayList<>())
                            .addAll(times));
                }
                return figures(all, accounts, people);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static Map<String, List<Double>> rounds(Visitor visitor, String id, int first, int rounds)
            throws IOException, InterruptedException {
        var times = new TreeMap<String, List<Double>>();
        for (int i = 0; i < rounds; i++) {
            round(visitor, id, first + i)
                    .forEach((what, millis) -> times.computeIfAbsent(what, any -> new ArrayList<>())
                            .add(millis));
        }
        return times;
    }

    /** What a reviewer does: the page, a filter, the last page of the list, a move, and a target tried out. */
    private static Map<String, Double> round(Visitor visitor, String id, int number)
            throws IOException, InterruptedException {
        String path = "/proposals/" + id;
        String account = String.format("001%012d", number * 10);
        String to = String.format("005%012d", 1_000 + number % REPS);
        var times = new TreeMap<String, Double>();
        times.put("the page", millis(() -> visitor.get(path)));
        times.put("a filter", millis(() -> visitor.get(path + "?rule=travel&text=account%201")));
        times.put("the last moves", millis(() -> visitor.get(path + "?offset=9900&sort=potential")));
        times.put("a move", millis(() -> visitor.get(path + "/moves/" + account)));
        times.put(
                "a what-if",
                millis(() -> visitor.post(path + "/edits", Map.of("account", account, "to", to, "note", "Try"))));
        return times;
    }

    private interface Call {
        Object go() throws IOException, InterruptedException;
    }

    private static double millis(Call call) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        call.go();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static List<Figure> figures(Map<String, List<Double>> byAction, int accounts, int people) {
        byAction.forEach((what, times) -> {
            Collections.sort(times);
            System.err.printf("%-15s median %4.0f ms, 95 %% %4.0f ms%n", what, at(times, 0.5), at(times, 0.95));
        });
        List<Double> times =
                byAction.values().stream().flatMap(List::stream).sorted().toList();
        String what = accounts + " accounts, " + accounts / 10 + " moves, " + people + " people at once";
        return List.of(
                Figure.plain("median of " + times.size() + " page loads and what-ifs: " + what, at(times, 0.5), "ms"),
                Figure.atMost("95 % of them", at(times, 0.95), "ms", LIMIT_MILLIS),
                Figure.plain("the slowest", at(times, 1), "ms"));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
