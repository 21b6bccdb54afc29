package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.LinkWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes and removes planned links and keeps what became of them. The org takes no link twice, so what a process that
 * died may have done is found by reading: what is there counts, whoever made it.
 */
final class Links {
    private final Ledger ledger;
    private final LinkWriter writer;

    Links(Ledger ledger, LinkWriter writer) {
        this.ledger = ledger;
        this.writer = writer;
    }

    /** How the org holds a link: its record's id by {@code account + " " + linked}. */
    interface Held extends Supplier<Map<String, String>> {}

    static String key(String account, String linked) {
        return account + " " + linked;
    }

    static String key(Link link) {
        return key(link.account(), link.linked());
    }

    /** Makes the links that the org does not hold yet, then tells by reading; returns those that are not there. */
    List<Link> insert(List<Link> planned, Held held) {
        if (planned.isEmpty()) {
            return List.of();
        }
        Map<String, String> before = held.get();
        List<Link> missing =
                planned.stream().filter(link -> !before.containsKey(key(link))).toList();
        Map<String, LinkWriter.Answer> answers = send(
                missing,
                chunk -> writer.insert(
                        chunk.get(0).object(), chunk.stream().map(Links::values).toList()));
        Map<String, String> after = missing.isEmpty() ? before : held.get();
        return settle(planned, answers, link -> after.containsKey(key(link)));
    }

    /** Removes links, then tells by reading; returns those that are still there. */
    List<Link> delete(List<Link> planned, Held held) {
        if (planned.isEmpty()) {
            return List.of();
        }
        Map<String, LinkWriter.Answer> answers = send(
                planned,
                chunk -> writer.delete(chunk.stream()
                        .map(link -> Objects.requireNonNull(link.record()))
                        .toList()));
        Map<String, String> after = held.get();
        return settle(planned, answers, link -> !after.containsKey(key(link)));
    }

    private interface Call {
        List<LinkWriter.Answer> of(List<Link> chunk);
    }

    private interface Test {
        boolean done(Link link);
    }

    private Map<String, LinkWriter.Answer> send(List<Link> links, Call call) {
        var answers = new HashMap<String, LinkWriter.Answer>();
        for (int from = 0; from < links.size(); from += LinkWriter.MOST_ROWS) {
            List<Link> chunk = links.subList(from, Math.min(links.size(), from + LinkWriter.MOST_ROWS));
            ledger.keepLease();
            List<LinkWriter.Answer> said = answered(chunk, call);
            for (int i = 0; i < said.size(); i++) {
                answers.put(key(chunk.get(i)), said.get(i));
            }
        }
        return answers;
    }

    /** A lost answer is none: reading tells. */
    private static List<LinkWriter.Answer> answered(List<Link> chunk, Call call) {
        try {
            return call.of(chunk);
        } catch (FairpatchException e) {
            if (e.code() == ErrorCode.ORG_ANSWER_LOST) {
                return List.of();
            }
            throw e;
        }
    }

    private List<Link> settle(List<Link> links, Map<String, LinkWriter.Answer> answers, Test test) {
        var settled = new ArrayList<Link>(links.size());
        var failed = new ArrayList<Link>();
        for (Link link : links) {
            boolean done = test.done(link);
            Link now = done ? link.become(LinkState.DONE, null, null) : rejected(link, answers.get(key(link)));
            settled.add(now);
            if (!done) {
                failed.add(now);
            }
        }
        ledger.linksSettled(settled);
        return failed;
    }

    private static Link rejected(Link link, LinkWriter.@Nullable Answer answer) {
        return answer == null || answer.code() == null
                ? link.become(LinkState.REJECTED, "NOT_WRITTEN", "The org does not show it, and gave no reason")
                : link.become(LinkState.REJECTED, answer.code(), answer.message());
    }

    private static Map<String, String> values(Link link) {
        var values = new HashMap<String, String>();
        link.values().values().forEach((field, value) -> {
            if (value != null) {
                values.put(field, value);
            }
        });
        return values;
    }
}
