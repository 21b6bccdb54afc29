package io.fairpatch.web.plan;

import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Hands;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Choices by hand as the fields of an address or a form: pin=ACCOUNT:REP and not=ACCOUNT:REP, each any number of times. */
record HandsForm(List<Pair> pins, List<Pair> nots) {
    private static final int MOST = 100;

    /** An account and a rep. */
    record Pair(SalesforceId account, SalesforceId rep) {
        static Pair of(String text) {
            String[] ids = text.split(":", -1);
            if (ids.length != 2) {
                throw wrong(text);
            }
            return new Pair(id(ids[0]), id(ids[1]));
        }

        String text() {
            return account + ":" + rep;
        }
    }

    HandsForm {
        pins = List.copyOf(pins);
        nots = List.copyOf(nots);
    }

    /** What was chosen before. */
    static HandsForm chosen(String query) {
        var fields = fields(query);
        return new HandsForm(pairs(fields, "pin"), pairs(fields, "not"));
    }

    /** What was chosen before, and what is chosen now: account, rep and what. What it contradicts ends. */
    static HandsForm of(String query, Function<String, SalesforceId> account) {
        var fields = fields(query);
        var before = chosen(query);
        var pins = new ArrayList<>(before.pins());
        var nots = new ArrayList<>(before.nots());
        String named = first(fields, "account");
        if (!named.isEmpty()) {
            var pair = new Pair(account.apply(named), id(first(fields, "rep")));
            boolean not = "not".equals(first(fields, "what"));
            pins.removeIf(other -> not ? other.equals(pair) : other.account().equals(pair.account()));
            nots.remove(pair);
            (not ? nots : pins).add(pair);
        }
        return new HandsForm(pins, nots);
    }

    private static Map<String, List<String>> fields(String query) {
        return new QueryStringDecoder(query, false).parameters();
    }

    private static List<Pair> pairs(Map<String, List<String>> fields, String name) {
        List<String> given = fields.getOrDefault(name, List.of());
        if (given.size() > MOST) {
            throw wrong(given.size() + " choices");
        }
        return given.stream().map(Pair::of).distinct().toList();
    }

    private static String first(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of("")).get(0).strip();
    }

    boolean isEmpty() {
        return pins.isEmpty() && nots.isEmpty();
    }

    Hands hands() {
        var to = new HashMap<SalesforceId, SalesforceId>();
        pins.forEach(pair -> to.put(pair.account(), pair.rep()));
        var out = new HashMap<SalesforceId, Set<SalesforceId>>();
        nots.forEach(pair ->
                out.computeIfAbsent(pair.account(), key -> new HashSet<>()).add(pair.rep()));
        return new Hands(to, out);
    }

    /** The same without one of its choices, as an address's query. */
    String without(Pair left, boolean pin) {
        var parts = new ArrayList<String>();
        pins.stream().filter(pair -> !(pin && pair.equals(left))).forEach(pair -> parts.add("pin=" + pair.text()));
        nots.stream().filter(pair -> pin || !pair.equals(left)).forEach(pair -> parts.add("not=" + pair.text()));
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static SalesforceId id(String text) {
        return SalesforceId.parse(text).orElseThrow(() -> wrong(text));
    }

    private static RuntimeException wrong(String text) {
        return Problem.of(ErrorCode.REQUEST_INVALID, "The choice (" + text + ") makes no sense")
                .maybe("choose an account of the plan and a rep from the list")
                .exception();
    }
}
