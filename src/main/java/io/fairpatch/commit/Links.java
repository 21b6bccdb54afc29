package io.fairpatch.commit;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.org.LinkWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes and removes planned links and keeps what became of them. The org takes no link twice, so what a process that
 * died may have done is found by reading: what is there counts, whoever made it.
 */
final class Links {
    private static final int MOST_TURNS = 3;
    private static final String LOST = ErrorCode.ORG_ANSWER_LOST.id();

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
        return carryOut(
                planned,
                held,
                true,
                chunk -> writer.insert(
                        chunk.get(0).object(), chunk.stream().map(Links::values).toList()));
    }

    /** Removes links, then tells by reading; returns those that are still there. */
    List<Link> delete(List<Link> planned, Held held) {
        return carryOut(
                planned,
                held,
                false,
                chunk -> writer.delete(chunk.stream()
                        .map(link -> Objects.requireNonNull(link.record()))
                        .toList()));
    }

    private interface Call {
        List<LinkWriter.Answer> of(List<Link> chunk);
    }

    /** @param wanted whether the org is to hold the links in the end, or not to */
    private List<Link> carryOut(List<Link> planned, Held held, boolean wanted, Call call) {
        if (planned.isEmpty()) {
            return List.of();
        }
        var said = new HashMap<String, LinkWriter.Answer>();
        Map<String, String> before = held.get();
        Predicate<Link> done = link -> before.containsKey(key(link)) == wanted;
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            List<Link> open = planned.stream()
                    .filter(done.negate())
                    .filter(link -> worthATry(said.get(key(link))))
                    .toList();
            if (open.isEmpty()) {
                break;
            }
            send(open, call, said);
            done = done.or(fulfilled(held, wanted, said));
        }
        return settle(planned, said, done);
    }

    /** Not asked for yet, or nobody knows whether the org did it, or something else held the account. */
    private static boolean worthATry(LinkWriter.@Nullable Answer answer) {
        return answer == null || LOST.equals(answer.code()) || WriteIntent.LOCKED.equals(answer.code());
    }

    /** Keeps what the org said of each; of those that it was not asked about any more, why. */
    private void send(List<Link> links, Call call, Map<String, LinkWriter.Answer> said) {
        for (int from = 0; from < links.size(); from += LinkWriter.MOST_ROWS) {
            List<Link> chunk = links.subList(from, Math.min(links.size(), from + LinkWriter.MOST_ROWS));
            ledger.keepLease();
            try {
                List<LinkWriter.Answer> answers = call.of(chunk);
                for (int i = 0; i < answers.size(); i++) {
                    said.put(key(chunk.get(i)), answers.get(i));
                }
            } catch (FairpatchException e) {
                requireOrgs(e);
                var failure = new LinkWriter.Answer(e.code().id(), e.problem().what());
                if (e.code() != ErrorCode.ORG_ANSWER_LOST) {
                    links.subList(from, links.size()).forEach(link -> said.put(key(link), failure));
                    return;
                }
                chunk.forEach(link -> said.put(key(link), failure));
            }
        }
    }

    /** Whether a link is as wanted, by reading; by the org's own answer when it can't be read. */
    private static Predicate<Link> fulfilled(Held held, boolean wanted, Map<String, LinkWriter.Answer> said) {
        try {
            Map<String, String> now = held.get();
            return link -> now.containsKey(key(link)) == wanted;
        } catch (FairpatchException e) {
            requireOrgs(e);
            return link -> {
                LinkWriter.Answer answer = said.get(key(link));
                return answer != null && answer.code() == null;
            };
        }
    }

    /** A failure of the org is told link by link; any other is not for us to deal with. */
    private static void requireOrgs(FairpatchException e) {
        if (!CommitService.endsRun(e)) {
            throw e;
        }
    }

    private List<Link> settle(List<Link> links, Map<String, LinkWriter.Answer> said, Predicate<Link> done) {
        var settled = new ArrayList<Link>(links.size());
        var failed = new ArrayList<Link>();
        for (Link link : links) {
            if (done.test(link)) {
                settled.add(link.become(LinkState.DONE, null, null));
            } else {
                failed.add(rejected(link, said.get(key(link))));
            }
        }
        settled.addAll(failed);
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
