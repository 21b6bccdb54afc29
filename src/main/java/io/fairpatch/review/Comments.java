package io.fairpatch.review;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.PersonStore;
import io.fairpatch.access.Rights;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.store.AuditLog;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What people say about proposals and their moves, and what reps say in the CRM. Thread-safe. */
@Singleton
public final class Comments {
    /** Most characters of one comment. */
    public static final int LONGEST = 4_000;

    private static final Pattern MENTION = Pattern.compile("(?<![\\w@])@([a-z0-9][a-z0-9._+-]{0,79})");

    private final Jdbi jdbi;
    private final Clock clock;
    private final AuditLog audit;
    private final PersonStore people;

    public Comments(Jdbi jdbi, Clock clock, AuditLog audit, PersonStore people) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.audit = audit;
        this.people = people;
    }

    /**
     * Adds a comment on a move, or with a null account on the proposal as a whole. {@code @name} of a person here makes
     * it a mention.
     */
    public void write(SalesforceId org, String id, @Nullable SalesforceId account, String text, Person person) {
        Rights.require(person, Action.COMMENT);
        String body = text.strip();
        if (body.isEmpty() || body.length() > LONGEST) {
            throw Problem.of(ErrorCode.REQUEST_INVALID, "A comment must have 1 to " + LONGEST + " characters")
                    .maybe("write something, or make two comments of it")
                    .exception();
        }
        List<String> mentions = mentions(org, body);
        jdbi.useTransaction(h -> {
            ProposalSummaries.one(h, org, id);
            insert(
                    h,
                    org,
                    id,
                    account,
                    Comment.Kind.COMMENT,
                    null,
                    person.name(),
                    person.displayName(),
                    body,
                    mentions,
                    clock.instant());
            var details = Map.of("account", account == null ? "" : account.value(), "mentions", mentions);
            audit.append(h, org, person.name(), "proposal.comment", id, details);
        });
    }

    /**
     * Adds what a rep said in the CRM to the newest proposal that touches the account; said again it is taken once.
     *
     * @param source id of the record in the CRM; null when it was said here
     * @param author name of the rep
     * @return whether it is new
     */
    public boolean feedback(
            SalesforceId org,
            @Nullable String source,
            SalesforceId account,
            String author,
            String text,
            Instant saidAt) {
        String body = text.strip();
        return jdbi.inTransaction(h -> {
            String id = newestAbout(h, org, account);
            String cut = body.length() > LONGEST ? body.substring(0, LONGEST) : body;
            return insert(h, org, id, account, Comment.Kind.FEEDBACK, source, "crm", author, cut, List.of(), saidAt)
                    > 0;
        });
    }

    /** When the newest of what reps said in the CRM was said. */
    public Optional<Instant> lastFeedback(SalesforceId org) {
        return jdbi.withHandle(h -> h.createQuery(
                        """
                        SELECT max(written_at) FROM proposal_comment
                        WHERE org_id = :org AND kind = 'FEEDBACK' AND source_id IS NOT NULL
                        """)
                .bind("org", org.value())
                .mapTo(OffsetDateTime.class)
                .findOne()
                .map(OffsetDateTime::toInstant));
    }

    /** Comments on the whole and on every move, newest first. */
    public List<Comment> of(SalesforceId org, String id) {
        return list("AND proposal_id = :id AND account_id IS NULL", org, id, "");
    }

    /** Comments on one move, and what reps said of the account, newest first. */
    public List<Comment> of(SalesforceId org, String id, SalesforceId account) {
        return list("AND account_id = :value AND (proposal_id = :id OR kind = 'FEEDBACK')", org, id, account.value());
    }

    /** Comments that mention the person, newest first. */
    public List<Comment> mentioning(Person person) {
        return list("AND :value = ANY(mentions)", person.org(), "", person.name());
    }

    private List<String> mentions(SalesforceId org, String body) {
        return MENTION.matcher(body)
                .results()
                .map(MatchResult::group)
                .map(found -> found.substring(1))
                .distinct()
                .filter(name -> people.find(org, name).isPresent())
                .toList();
    }

    private List<Comment> list(String which, SalesforceId org, String id, String value) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM proposal_comment WHERE org_id = :org " + which
                        + " AND CAST(:id AS text) IS NOT NULL AND CAST(:value AS text) IS NOT NULL"
                        + " ORDER BY written_at DESC, id DESC LIMIT 200")
                .bind("org", org.value())
                .bind("id", id)
                .bind("value", value)
                .map((row, context) -> comment(row))
                .list());
    }

    private static @Nullable String newestAbout(Handle handle, SalesforceId org, SalesforceId account) {
        return handle.createQuery(
                        """
                        SELECT p.id FROM proposal p JOIN proposal_line l ON l.org_id = p.org_id
                            AND l.proposal_id = p.id AND l.version = p.version
                        WHERE p.org_id = :org AND l.account_id = :account ORDER BY p.created_at DESC LIMIT 1
                        """)
                .bind("org", org.value())
                .bind("account", account.value())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    private static int insert(
            Handle handle,
            SalesforceId org,
            @Nullable String id,
            @Nullable SalesforceId account,
            Comment.Kind kind,
            @Nullable String source,
            String author,
            String authorName,
            String body,
            List<String> mentions,
            Instant at) {
        return handle.createUpdate(
                        """
                        INSERT INTO proposal_comment (org_id, proposal_id, account_id, kind, source_id, author,
                            author_name, body, mentions, written_at)
                        VALUES (:org, :id, :account, :kind, :source, :author, :authorName, :body, :mentions, :at)
                        ON CONFLICT (org_id, source_id) DO NOTHING
                        """)
                .bind("org", org.value())
                .bind("id", id)
                .bind("account", account == null ? null : account.value())
                .bind("kind", kind)
                .bind("source", source)
                .bind("author", author)
                .bind("authorName", authorName)
                .bind("body", body)
                .bind("mentions", mentions.toArray(String[]::new))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    private static Comment comment(ResultSet row) throws SQLException {
        String account = row.getString("account_id");
        return new Comment(
                row.getLong("id"),
                row.getString("proposal_id"),
                account == null ? null : SalesforceId.of(account),
                Comment.Kind.valueOf(row.getString("kind")),
                row.getString("author"),
                row.getString("author_name"),
                row.getString("body"),
                List.of((String[]) row.getArray("mentions").getArray()),
                row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
