package io.fairpatch.doctor;

import io.fairpatch.org.FieldSchema;

/** The types of the seven fields that we write, by our names. */
final class WrittenTypes {
    private WrittenTypes() {}

    static boolean fits(String ours, FieldSchema field) {
        return switch (ours) {
            case "rep" ->
                field.type().equals("reference") && field.referenceTo().contains("User");
            case "assignedDate" -> field.type().equals("date");
            case "score" -> field.type().equals("double");
            default ->
                field.length() >= shortest(ours)
                        && (field.type().equals("string") || field.type().equals("textarea"));
        };
    }

    static String wanted(String ours) {
        return switch (ours) {
            case "rep" -> "a lookup to User";
            case "assignedDate" -> "a date";
            case "score" -> "a number";
            default -> "a text of " + shortest(ours) + " or more characters";
        };
    }

    static String words(FieldSchema field) {
        return field.length() > 0 ? field.type() + " of " + field.length() : field.type();
    }

    private static int shortest(String ours) {
        return switch (ours) {
            case "territory" -> 80;
            case "reason" -> 255;
            case "commit" -> 36;
            default -> 1;
        };
    }
}
