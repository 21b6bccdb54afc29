package io.fairpatch.plan.kernel.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.plan.kernel.RandomProblems;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Presolve;
import io.fairpatch.plan.kernel.model.ProblemBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The order of elimination and the links it makes, against elimination by hand on sets. */
final class EliminationTest {
    @Test
    void agents_of_least_degree_go_first_and_link_whom_they_met() {
        for (long seed = 1; seed <= 12; seed++) {
            var problem = seed % 3 == 0 ? RandomProblems.draw(seed, 30, 9) : sparse(seed);
            var reduced = Presolve.pinsOnly(problem);
            var elimination = Elimination.of(Columns.of(reduced, e -> true));
            byHand(reduced.problem(), elimination);
            var links = Elimination.unlinked(reduced.problem().agents());
            Elimination.link(links, reduced.problem(), everything(reduced.problem()));
            var shared = Elimination.of(links);
            assertThat(shared.order()).isEqualTo(elimination.order());
            assertThat(shared.below()).isDeepEqualTo(elimination.below());
        }
    }

    private static Active everything(AssignmentProblem problem) {
        var active = new Active();
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                active.add(e, 0.5);
            }
            active.close();
        }
        return active;
    }

    private static void byHand(AssignmentProblem problem, Elimination elimination) {
        List<TreeSet<Integer>> links = links(problem);
        var left = new TreeSet<>(IntStream.range(0, problem.agents()).boxed().toList());
        long blocks = 0;
        double work = 0;
        for (int at = 0; at < problem.agents(); at++) {
            int agent = elimination.order()[at];
            int degree = links.get(agent).size();
            assertThat(elimination.place()[agent]).isEqualTo(at);
            assertThat(left)
                    .as("place %d", at)
                    .allMatch(a -> links.get(a).size() > degree || (links.get(a).size() == degree && a >= agent));
            left.remove(agent);
            var met = links.get(agent);
            int[] below =
                    met.stream().mapToInt(b -> elimination.place()[b]).sorted().toArray();
            assertThat(elimination.below()[at]).isEqualTo(below);
            for (int b : met) {
                links.get(b).addAll(met);
                links.get(b).removeAll(List.of(b, agent));
            }
            blocks += 1 + met.size();
            work += (met.size() + 1) * (met.size() + 2) / 2.0;
        }
        assertThat(elimination.entries(3)).isEqualTo(9 * blocks);
        assertThat(elimination.work(2)).isEqualTo(8 * work);
    }

    private static List<TreeSet<Integer>> links(AssignmentProblem problem) {
        List<TreeSet<Integer>> links = new ArrayList<>();
        for (int a = 0; a < problem.agents(); a++) {
            links.add(new TreeSet<>());
        }
        for (int u = 0; u < problem.units(); u++) {
            for (int e = problem.first(u); e < problem.first(u + 1); e++) {
                for (int f = problem.first(u); f < problem.first(u + 1); f++) {
                    if (e != f) {
                        links.get(problem.agent(e)).add(problem.agent(f));
                    }
                }
            }
        }
        return links;
    }

    /** Each unit may go to two of a dozen agents. */
    private static AssignmentProblem sparse(long seed) {
        var random = new SplittableRandom(seed);
        var builder =
                new ProblemBuilder(IntStream.range(0, 12).mapToObj(a -> "r" + a).toList(), List.of("m"));
        for (int u = 0; u < 16; u++) {
            int agent = random.nextInt(11);
            builder.unit("u" + u).option(agent, 0, 1).option(agent + 1 + random.nextInt(11 - agent), 0, 1);
        }
        return builder.build();
    }
}
