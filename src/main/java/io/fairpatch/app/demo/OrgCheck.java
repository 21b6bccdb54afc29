package io.fairpatch.app.demo;

import io.fairpatch.commit.IntentState;
import io.fairpatch.commit.Receipt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Proves that the org holds exactly what was approved: two full readings, before and after, and the sandbox's own log of
 * writes are held against the receipts.
 */
final class OrgCheck {
    private final OrgImage before;
    private final OrgImage after;
    private final Map<String, Receipt> receipts;
    private final Set<String> verifiedMoves = new HashSet<>();
    private final List<String> mismatches = new ArrayList<>();

    OrgCheck(OrgImage before, OrgImage after, List<Receipt> receipts) {
        this.before = before;
        this.after = after;
        this.receipts = receipts.stream()
                .collect(Collectors.toMap(receipt -> receipt.account().value(), receipt -> receipt));
    }

    /** Compares everything; {@code log} holds the writes that the org accepted since the first reading. */
    OrgCheck compare(List<SandboxLog.Entry> log) {
        mismatches.addAll(before.differences(after, drifted()));
        var accounts = new HashSet<>(before.watched().keySet());
        accounts.addAll(after.watched().keySet());
        accounts.addAll(receipts.keySet());
        accounts.forEach(this::compareAccount);
        log.stream().filter(this::notOurs).forEach(entry -> mismatches.add("unapproved write " + entry));
        return this;
    }

    /** Committed moves that were read back equal. */
    int verifiedMoves() {
        return verifiedMoves.size();
    }

    /** What differs, one sentence each. */
    List<String> mismatches() {
        return mismatches;
    }

    /** Accounts that others changed while we were at it: found by the guard and left alone. */
    private Set<String> drifted() {
        return receipts.values().stream()
                .filter(OrgCheck::isDrifted)
                .map(receipt -> receipt.account().value())
                .collect(Collectors.toSet());
    }

    private static boolean isDrifted(@Nullable Receipt receipt) {
        return receipt != null && receipt.state() == IntentState.DRIFTED;
    }

    private void compareAccount(String id) {
        if (!isDrifted(receipts.get(id))) {
            compareWatched(id);
        }
    }

    private void compareWatched(String id) {
        var expected = new HashMap<String, @Nullable String>(before.watched().getOrDefault(id, Map.of()));
        var receipt = receipts.get(id);
        if (receipt != null && receipt.state() == IntentState.CONFIRMED) {
            expected.putAll(receipt.after().values());
        }
        var found = after.watched().getOrDefault(id, Map.of());
        var fields = new HashSet<>(expected.keySet());
        fields.addAll(found.keySet());
        var wrong = fields.stream()
                .filter(field -> !same(expected.get(field), found.get(field)))
                .toList();
        wrong.forEach(field -> mismatches.add(
                "Account " + id + " " + field + ": wanted " + expected.get(field) + ", found " + found.get(field)));
        if (wrong.isEmpty() && isCommittedMove(receipt)) {
            verifiedMoves.add(id);
        }
    }

    private static boolean isCommittedMove(@Nullable Receipt receipt) {
        return receipt != null
                && receipt.state() == IntentState.CONFIRMED
                && receipt.kind() == io.fairpatch.review.LineKind.MOVE;
    }

    /** A drifted account must not hold what we wanted to write; any other only that. */
    private boolean notOurs(SandboxLog.Entry entry) {
        var receipt = receipts.get(entry.id());
        if (receipt == null || !entry.object().equals("Account")) {
            return true;
        }
        boolean wanted = receipt.after().values().containsKey(entry.field())
                && same(receipt.after().get(entry.field()), entry.after());
        return wanted == isDrifted(receipt);
    }

    /** Numbers are equal however they are written; null and the empty text are the same. */
    private static boolean same(@Nullable String one, @Nullable String two) {
        var left = one == null ? "" : one;
        var right = two == null ? "" : two;
        return Objects.equals(left, right) || isNumber(left) && isNumber(right) && sameNumber(left, right);
    }

    private static boolean sameNumber(String left, String right) {
        return new BigDecimal(left).compareTo(new BigDecimal(right)) == 0;
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}(\\.\\d{1,18})?");
    }
}
