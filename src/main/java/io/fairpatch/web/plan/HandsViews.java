package io.fairpatch.web.plan;

import io.fairpatch.jobs.Plans.MadePlan;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.Look;
import io.fairpatch.web.view.HandsCard;
import io.fairpatch.web.view.Show;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Choices by hand as the page of a plan shows them. */
final class HandsViews {
    private HandsViews() {}

    /**
     * @param names of the accounts and reps chosen, and of all reps of the plan
     * @param refused why the last choice could not be taken; empty when it was
     */
    static HandsCard of(MadePlan made, HandsForm form, Look look, Map<SalesforceId, String> names, String refused) {
        var choices = new ArrayList<HandsCard.Choice>();
        String path = "/plans/" + made.id();
        for (var pair : form.pins()) {
            choices.add(choice("pin", pair, " goes to ", names, path + form.without(pair, true)));
        }
        for (var pair : form.nots()) {
            choices.add(choice("not", pair, " does not go to ", names, path + form.without(pair, false)));
        }
        return new HandsCard(
                path,
                choices,
                look.books().stream().map(HandsViews::book).toList(),
                look.violations(),
                reps(made, names),
                refused);
    }

    private static HandsCard.Choice choice(
            String field, HandsForm.Pair pair, String verb, Map<SalesforceId, String> names, String without) {
        return new HandsCard.Choice(
                field, pair.text(), name(names, pair.account()) + verb + name(names, pair.rep()), without);
    }

    private static String name(Map<SalesforceId, String> names, SalesforceId id) {
        return names.getOrDefault(id, id.value());
    }

    private static HandsCard.Book book(Look.Side side) {
        return new HandsCard.Book(
                side.name(),
                share(side.before(), side.target()),
                share(side.after(), side.target()),
                Show.count(side.before().minutes() / 60),
                Show.count(side.after().minutes() / 60));
    }

    private static String share(Look.Load load, long target) {
        return target <= 0 ? Show.money(load.potential()) : Show.percent((double) load.potential() / target);
    }

    private static List<HandsCard.Rep> reps(MadePlan made, Map<SalesforceId, String> names) {
        return made.plan().books().stream()
                .map(Book::rep)
                .map(rep -> new HandsCard.Rep(rep.value(), name(names, rep)))
                .sorted(Comparator.comparing(HandsCard.Rep::name))
                .toList();
    }
}
