package io.fairpatch.store;

import java.time.LocalDate;

/**
 * A value that came from a file.
 *
 * @param value money in cents, dates ISO, words separated by semicolons
 * @param source where it is from, for example ZoomInfo
 * @param asOf the day of which it is true
 * @param preferred whether it stands before what the org says
 */
public record ImportedFact(String field, String value, String source, LocalDate asOf, boolean preferred) {}
