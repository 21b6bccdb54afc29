package io.fairpatch.plan.solve;

import com.fasterxml.jackson.core.JsonToken;
import io.fairpatch.plan.kernel.model.AssignmentProblem;
import io.fairpatch.plan.kernel.model.Scale;
import java.io.IOException;

/** Reads a band: a list of its lower and upper end, either of them null for open. */
final class BandReader {
    private BandReader() {}

    record Ends(long low, long high) {}

    static Ends read(Cursor cursor) throws IOException {
        var json = cursor.json();
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw Faults.type(json, "a band such as [90, 110] or [null, 40]");
        }
        long low = cursor.numberOr(AssignmentProblem.OPEN_LOW);
        long high = cursor.numberOr(AssignmentProblem.OPEN_HIGH);
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw Faults.type(json, "the end of a band of two numbers");
        }
        if (low > high) {
            throw Faults.at(json, "The band [%s, %s] is empty.".formatted(Scale.text(low), Scale.text(high)))
                    .because("its lower end is above its upper end")
                    .maybe("the two numbers are swapped")
                    .exception();
        }
        return new Ends(low, high);
    }
}
