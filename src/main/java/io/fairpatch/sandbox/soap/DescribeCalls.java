package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.schema.Describe;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** describeGlobal, describeSObject and describeSObjects. */
final class DescribeCalls {
    private static final int MOST_RECORDS_A_BATCH = 200;

    private final Org org;

    DescribeCalls(Org org) {
        this.org = org;
    }

    String global(Envelope call) {
        var objects = org.schema().objects().stream()
                .flatMap(type -> org.rights().view(call.userId(), type).stream())
                .map(type -> WsdlAge.known("sobjects", call.request(), Describe.brief(type, "")))
                .toList();
        return SoapXml.element(
                "result", Map.of("encoding", "UTF-8", "maxBatchSize", MOST_RECORDS_A_BATCH, "sobjects", objects));
    }

    String objects(Envelope call) {
        return types(call).stream().map(type -> one(call, type)).collect(Collectors.joining());
    }

    /** The objects that the call names, as its user sees them. */
    List<ObjectType> types(Envelope call) {
        return call.arguments("sObjectType").stream()
                .map(name -> type(call, name.getTextContent().strip()))
                .toList();
    }

    private String one(Envelope call, ObjectType type) {
        var described = new HashMap<String, @Nullable Object>(Describe.full(type, org.schema(), ""));
        for (var name : List.of("lookupLayoutable", "listviewable", "sobjectDescribeOption", "associateEntityType")) {
            described.remove(name);
        }
        return SoapXml.element("result", WsdlAge.known(call.request(), described));
    }

    private ObjectType type(Envelope call, String name) {
        return org.schema()
                .object(name)
                .flatMap(type -> org.rights().view(call.userId(), type))
                .orElseThrow(
                        () -> new ApiException(500, "INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }
}
