package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.LeadConversion;
import io.fairpatch.sandbox.org.LeadConversion.Request;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RowException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** convertLead. */
final class LeadCalls {
    private final LeadConversion conversion;

    LeadCalls(Org org, RecordWriter writer) {
        this.conversion = new LeadConversion(org, writer);
    }

    String convert(Envelope call) {
        return call.onlyArguments("leadConverts").stream()
                .map(each -> converted(call, each))
                .map(result -> SoapXml.element("result", result))
                .collect(Collectors.joining());
    }

    private Map<String, @Nullable Object> converted(Envelope call, Element asked) {
        var leadId = Xml.childText(asked, "leadId").orElse("");
        var result = new LinkedHashMap<String, @Nullable Object>();
        result.put("leadId", leadId);
        try {
            var made = conversion.convert(
                    new Request(
                            leadId,
                            Xml.childText(asked, "convertedStatus").orElse(""),
                            Xml.childText(asked, "accountId").orElse(null),
                            Xml.childText(asked, "contactId").orElse(null),
                            Xml.childText(asked, "doNotCreateOpportunity")
                                    .filter("true"::equals)
                                    .isPresent(),
                            Xml.childText(asked, "opportunityName").orElse(null),
                            Xml.childText(asked, "ownerId").orElse(null)),
                    call.context());
            result.put("accountId", made.accountId());
            result.put("contactId", made.contactId());
            result.put("opportunityId", made.opportunityId());
            result.put("success", true);
        } catch (RowException e) {
            result.put("errors", SoapXml.error(e.error()));
            result.put("success", false);
        }
        return result;
    }
}
