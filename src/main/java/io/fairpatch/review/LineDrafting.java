package io.fairpatch.review;

import io.fairpatch.model.Account;
import io.fairpatch.model.AccountScore;
import io.fairpatch.model.Reason;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.plan.Book;
import io.fairpatch.plan.PlannedMove;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pure: turns a plan into the lines of a proposal. */
final class LineDrafting {
    static final String STAMP_RULE = "stamp";

    private final ProposalDraft draft;
    private final WrittenValues written;
    private final Map<SalesforceId, Rep> reps;
    private final Map<SalesforceId, Account> accounts;
    private final Map<SalesforceId, String> territories;

    LineDrafting(ProposalDraft draft, String commit) {
        this.draft = draft;
        this.written = new WrittenValues(draft.mapping(), draft.policy(), draft.effective(), commit);
        this.reps = draft.input().reps().stream().collect(Collectors.toMap(Rep::id, Function.identity()));
        this.accounts = draft.input().accounts().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        this.territories = new HashMap<>(draft.input().territoryNames());
        for (Book book : draft.plan().books()) {
            territories.put(book.rep(), book.territory());
        }
    }

    /** Moves in the plan's order, then stamps by account. */
    List<LineDraft> lines() {
        var moving = draft.plan().moves().stream().map(PlannedMove::account).collect(Collectors.toSet());
        Stream<LineDraft> moves = draft.plan().moves().stream().map(this::move);
        Stream<LineDraft> stamps = draft.plan().rep().entrySet().stream()
                .filter(entry -> !moving.contains(entry.getKey()))
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> stamp(account(entry.getKey()), rep(entry.getValue())))
                .flatMap(Optional::stream);
        return Stream.concat(moves, stamps).toList();
    }

    private LineDraft move(PlannedMove move) {
        Account account = account(move.account());
        Rep to = rep(move.to());
        AccountScore score = score(account);
        FieldValues after = written.ofMove(to.id(), territory(to), score, move.crmReason());
        FieldValues base = base(account);
        return new LineDraft(
                account,
                LineKind.MOVE,
                giver(move),
                to,
                territory(to),
                move.headline(),
                WrittenValues.clip(move.crmReason()),
                move.reasons(),
                move.worth(),
                move.mainRule(),
                score,
                base.only(after.values().keySet()),
                after,
                base,
                Changes.of(draft.policy().deciding(), draft.redesign(), move.mainRule(), giver(move), to),
                draft.openDeals(account.id()));
    }

    private Optional<LineDraft> stamp(Account account, Rep rep) {
        AccountScore score = score(account);
        String reason = stayReason(score);
        FieldValues after = written.ofStamp(account, rep.id(), territory(rep), score, reason);
        if (after.values().isEmpty()) {
            return Optional.empty();
        }
        FieldValues base = base(account);
        return Optional.of(new LineDraft(
                account,
                LineKind.STAMP,
                rep,
                rep,
                territory(rep),
                account.name() + " stays with " + rep.name() + "; its territory fields are filled in.",
                WrittenValues.clip(reason),
                List.of(),
                0,
                STAMP_RULE,
                score,
                base.only(after.values().keySet()),
                after,
                base,
                ChangeKind.WITHIN_TEAM,
                draft.openDeals(account.id())));
    }

    /** Speaks of the account alone, so that every reader of the CRM may see it. */
    private static String stayReason(AccountScore score) {
        String parts = score.reasons().stream()
                .sorted(Comparator.comparingDouble((Reason reason) -> -Math.abs(reason.points())))
                .map(Reason::sentence)
                .collect(Collectors.joining(" "));
        String head = "Tier " + WrittenValues.tier(score.tier()) + ", score " + WrittenValues.decimal(score.score());
        return parts.isEmpty() ? head + "." : head + ": " + parts;
    }

    /** What every guarded and written field holds in the snapshot. */
    FieldValues base(Account account) {
        FieldValues now = written.now(account);
        FieldValues snapshot = draft.guards().getOrDefault(account.id(), FieldValues.NONE);
        var guards = new HashMap<String, @Nullable String>();
        draft.policy().guards().forEach(field -> guards.put(field, snapshot.get(field)));
        return FieldValues.of(guards).with(now);
    }

    private String territory(Rep rep) {
        return territories.getOrDefault(rep.id(), rep.name());
    }

    private AccountScore score(Account account) {
        return known(draft.input().scores().get(account.id()), "score of account", account.id());
    }

    private Account account(SalesforceId id) {
        return known(accounts.get(id), "account", id);
    }

    private Rep rep(SalesforceId id) {
        return known(reps.get(id), "rep", id);
    }

    private @Nullable Rep giver(PlannedMove move) {
        return move.from() == null ? null : rep(move.from());
    }

    private static <T> T known(@Nullable T value, String what, SalesforceId id) {
        return Objects.requireNonNull(value, () -> "The " + what + " (" + id + ") of the plan must be in its input");
    }
}
