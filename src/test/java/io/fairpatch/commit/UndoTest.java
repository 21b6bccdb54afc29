package io.fairpatch.commit;

import static io.fairpatch.review.SampleProposal.ADMIN;
import static io.fairpatch.review.SampleProposal.OPS;
import static io.fairpatch.review.SampleProposal.OPS_TOO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fairpatch.access.Person;
import io.fairpatch.config.ConfigLoader;
import io.fairpatch.config.ConfigPart;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.FairpatchException;
import io.fairpatch.review.BookView;
import io.fairpatch.review.OwnBooks;
import io.fairpatch.review.Pictures;
import io.fairpatch.review.ProposalState;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Undo on the practice org: what nobody changed since goes back to the letter, what somebody changed stays. */
class UndoTest {
    private static final int ACCOUNTS = 240;
    private static final Map<String, Object> FOREIGN = Map.of(
            "Territory__c", "Elsewhere",
            "Territory_Assigned_Date__c", "2026-01-09",
            "Territory_Score__c", 11.7,
            "Territory_Tier__c", "9",
            "Territory_Reason__c", "Somebody knew better");

    @TempDir
    private Path folder;

    private SandboxDesk desk;
    private UndoService undo;
    private List<String> written = List.of();
    private Map<String, JsonNode> atUndo = Map.of();

    @BeforeEach
    void a_committed_proposal() {
        desk = SandboxDesk.of(folder, ACCOUNTS);
        undo = new UndoService(
                desk.bench.jdbi,
                desk.bench.clock,
                desk.bench.audit,
                ConfigLoader.shipped(ConfigPart.MAPPING),
                ConfigLoader.shipped(ConfigPart.COVERAGE));
        desk.commit();
        assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        written = desk.ourWrites().stream()
                .map(line -> line.path("id").asText() + " " + line.path("field").asText())
                .toList();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void every_field_that_nobody_changed_since_is_back_and_no_other() {
        Map<String, Set<String>> changed = changeSomeFields();

        var look = undo.look(desk.bench.org, desk.bench.approved.id(), desk.bench.policy, desk.org.reader());
        var proposal =
                undo.propose(desk.bench.org, desk.bench.approved.id(), OPS, desk.bench.policy, desk.org.reader());

        assertThat(look.stays())
                .as("each field of ours that was changed is named with the reason")
                .extracting(stays -> stays.account() + " " + stays.field())
                .containsExactlyInAnyOrderElementsOf(ours(changed));
        assertThat(proposal.state()).isEqualTo(ProposalState.IN_REVIEW);
        assertThat(proposal.moves().total()).isEqualTo(ACCOUNTS / 3);
        assertThat(proposal.why()).anyMatch(sentence -> sentence.contains("Territory__c stays"));
        assertThat(proposal.extras().undoes()).isEqualTo(desk.bench.approved.id());
        assertThat(new Pictures(desk.bench.jdbi).sideEffects(proposal).moves())
                .as("what moves along is known as well as when they moved there")
                .isEqualTo(ACCOUNTS / 3);
        refused(ErrorCode.PROPOSAL_STATE, () -> again(OPS));

        var approved = desk.bench.approve(proposal);
        var fingerprint = Objects.requireNonNull(approved.fingerprint());
        refused(ErrorCode.FOUR_EYES, () -> desk.commit(proposal.id(), 1, fingerprint, OPS));
        desk.commit(proposal.id(), 1, fingerprint, OPS_TOO);

        desk.accounts().forEach((id, record) -> {
            for (String field : SandboxDesk.FIELDS) {
                boolean foreign = changed.getOrDefault(id, Set.of()).contains(field);
                var expected = Objects.requireNonNull((foreign ? atUndo : desk.before).get(id));
                assertThat(record.path(field)).as(id + " " + field).isEqualTo(expected.path(field));
            }
        });
        assertThat(desk.bench.proposal().state()).isEqualTo(ProposalState.UNDONE);
        everyBookListsWhatItCounts(proposal.id());
        refused(ErrorCode.PROPOSAL_STATE, () -> again(ADMIN));
        assertThat(desk.bench.audit.verify(desk.bench.org)).isEmpty();
    }

    private void everyBookListsWhatItCounts(String proposal) {
        var own = new OwnBooks(desk.bench.jdbi, desk.bench.shown);
        for (BookView view : desk.bench.shown.books(desk.bench.org, proposal)) {
            var book = own.of(desk.bench.org, view.book().rep()).orElseThrow();
            assertThat(book.proposal()).isEqualTo(proposal);
            assertThat(book.accounts())
                    .as(view.repName())
                    .hasSize(book.load().accounts())
                    .hasSize(view.book().after().accounts());
        }
    }

    /** The changed fields that our commit had written, each as "account field". */
    private List<String> ours(Map<String, Set<String>> changed) {
        return written.stream()
                .filter(field -> {
                    String[] parts = field.split(" ");
                    return changed.getOrDefault(parts[0], Set.of()).contains(parts[1]);
                })
                .toList();
    }

    private void again(Person person) {
        undo.propose(desk.bench.org, desk.bench.approved.id(), person, desk.bench.policy, desk.org.reader());
    }

    /** Somebody changes up to five fields on every tenth account. */
    private Map<String, Set<String>> changeSomeFields() {
        var random = new Random(11);
        var changed = new HashMap<String, Set<String>>();
        for (String id : List.copyOf(desk.before.keySet())) {
            if (random.nextInt(10) != 0) {
                continue;
            }
            var fields = new HashMap<String, @Nullable Object>(FOREIGN);
            fields.keySet().removeIf(field -> fields.size() > 1 && random.nextBoolean());
            desk.change(id, fields);
            changed.put(id, new TreeSet<>(fields.keySet()));
        }
        assertThat(changed).hasSizeBetween(10, 50);
        atUndo = desk.accounts();
        return changed;
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FairpatchException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
