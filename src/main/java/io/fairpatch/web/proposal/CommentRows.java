package io.fairpatch.web.proposal;

import io.fairpatch.review.Comment;
import io.fairpatch.web.view.CommentRow;
import io.fairpatch.web.view.Show;
import java.util.List;

/** Comments as pages show them. */
public final class CommentRows {
    private CommentRows() {}

    public static List<CommentRow> of(List<Comment> comments) {
        return comments.stream()
                .map(comment -> new CommentRow(
                        comment.authorName(),
                        Show.moment(comment.writtenAt()),
                        comment.body(),
                        comment.kind() == Comment.Kind.FEEDBACK))
                .toList();
    }
}
