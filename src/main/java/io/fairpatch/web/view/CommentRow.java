package io.fairpatch.web.view;

/**
 * A comment.
 *
 * @param feedback whether a rep said it in the CRM
 */
public record CommentRow(String author, String at, String body, boolean feedback) {}
