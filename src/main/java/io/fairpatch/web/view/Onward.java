package io.fairpatch.web.view;

/** Where the story goes on, and what the button there says. */
public record Onward(String label, String href) {}
