package io.fairpatch.plan;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of the states by their postal codes. */
final class StateNames {
    private static final String CODES =
            """
            AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,\
            DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,\
            KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,\
            MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,\
            NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,PR Puerto Rico,\
            RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,VA Virginia,\
            WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming""";

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String entry : CODES.split(",", -1)) {
            NAMES.put(entry.substring(0, 2), entry.substring(3));
        }
    }

    private StateNames() {}

    /** The full name of a code; any other text as it is. */
    static String full(String state) {
        return NAMES.getOrDefault(state.toUpperCase(Locale.ROOT), state);
    }
}
