package io.fairpatch.sandbox.soap;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.http.Xml;
import io.fairpatch.sandbox.org.LinkedKeys;
import io.fairpatch.sandbox.org.Merge;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.Outcome;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.RecordWriter;
import io.fairpatch.sandbox.org.RecycleBin;
import io.fairpatch.sandbox.org.RowError;
import io.fairpatch.sandbox.org.RowException;
import io.fairpatch.sandbox.org.RowFaults;
import io.fairpatch.sandbox.org.Write;
import io.fairpatch.sandbox.org.Write.Kind;
import io.fairpatch.sandbox.schema.Field;
import io.fairpatch.sandbox.schema.FieldType;
import io.fairpatch.sandbox.schema.ObjectType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** create, update, upsert, delete, undelete, emptyRecycleBin and merge. */
final class WriteCalls {
    private static final int MOST = 200;

    private static final Set<FieldType> TRUNCATED = EnumSet.of(
            FieldType.EMAIL,
            FieldType.MULTIPICKLIST,
            FieldType.PHONE,
            FieldType.PICKLIST,
            FieldType.STRING,
            FieldType.TEXTAREA);

    private final Org org;
    private final RecordWriter writer;
    private final SoapRecords records;

    WriteCalls(Org org, RecordWriter writer) {
        this.org = org;
        this.writer = writer;
        this.records = new SoapRecords(org);
    }

    String write(Envelope call, Kind kind) {
        var key = kind == Kind.UPSERT ? call.argument("externalIDFieldName").orElse("Id") : null;
        var writes = limited(call.arguments("sObjects")).stream()
                .map(each -> write(call, each, kind, key))
                .toList();
        return results(outcomes(call, writes), kind == Kind.UPSERT);
    }

    private Write write(Envelope call, Element each, Kind kind, @Nullable String key) {
        var type = records.typeOf(each);
        if (key != null && type.field(key).filter(Field::isIdLookup).isEmpty()) {
            throw new ApiException(
                    500, "INVALID_FIELD", "Field name provided, " + key + " is not an External ID or indexed field");
        }
        var values = SoapRecords.values(each);
        values.keySet().forEach(name -> checkKnown(call, type, name));
        if (call.headerSays("AllowFieldTruncationHeader", "allowFieldTruncation")) {
            values.replaceAll((name, value) -> truncated(type.field(name).orElse(null), value));
        }
        return new Write(kind, type, SoapRecords.idOf(each), values, key);
    }

    /** A field that is not there spoils the call, not its row. */
    private void checkKnown(Envelope call, ObjectType type, String name) {
        var rights = org.rights().of(call.userId());
        if (LinkedKeys.lookup(type, name)
                .or(() -> type.field(name))
                .filter(field -> rights.mayRead(type, field))
                .isEmpty()) {
            throw new ApiException(
                    500,
                    "INVALID_FIELD",
                    ("No such column '%s' on entity '%s'. If you are attempting to use a custom field, be sure to "
                                    + "append the '__c' after the custom field name. Please reference your WSDL or "
                                    + "the describe call for the appropriate names.")
                            .formatted(name, type.name()));
        }
    }

    /** The text as far as the field has room for it. */
    private static @Nullable String truncated(@Nullable Field field, @Nullable String text) {
        if (field == null || text == null || !TRUNCATED.contains(field.type()) || field.length() == 0) {
            return text;
        }
        return text.substring(0, Math.min(text.length(), field.length()));
    }

    String delete(Envelope call) {
        var ids = limited(call.arguments("ids")).stream()
                .map(each -> each.getTextContent().strip())
                .toList();
        var deletions = ids.stream().map(this::deletion).toList();
        var made = outcomes(call, deletions.stream().flatMap(Optional::stream).toList())
                .iterator();
        var all = new ArrayList<Outcome>();
        for (int i = 0; i < ids.size(); i++) {
            all.add(
                    deletions.get(i).isPresent()
                            ? made.next()
                            : Outcome.refused(null, RowError.of("MALFORMED_ID", "bad id " + ids.get(i))));
        }
        return results(all, false);
    }

    /** Empty for a text that is no id of this org. */
    private Optional<Write> deletion(String id) {
        return RecordIds.normalise(id).flatMap(org.schema()::ofId).map(type -> Write.delete(type, id));
    }

    private List<Outcome> outcomes(Envelope call, List<Write> writes) {
        return writer.writeAll(
                writes,
                call.headerSays("AllOrNoneHeader", "allOrNone"),
                call.context(),
                new RowFaults(call.request().faults()));
    }

    String undelete(Envelope call) {
        return each(call, id -> new RecycleBin(org).undelete(id, call.context()));
    }

    String emptyRecycleBin(Envelope call) {
        return each(call, id -> new RecycleBin(org).empty(id, call.context()));
    }

    /** Does something with each of the records that the call names by their ids. */
    private static String each(Envelope call, Consumer<String> action) {
        var xml = new StringBuilder();
        for (var each : limited(call.arguments("ids"))) {
            var id = RecordIds.normalise(each.getTextContent().strip()).orElse("");
            try {
                action.accept(id);
                xml.append(result(id, null, null));
            } catch (RowException e) {
                xml.append(result(id, e.error(), null));
            }
        }
        return xml.toString();
    }

    String merge(Envelope call) {
        var xml = new StringBuilder();
        for (var each : call.onlyArguments("request")) {
            var master = Xml.children(each, "masterRecord").stream()
                    .findFirst()
                    .orElseThrow(() -> new ApiException(500, "MISSING_ARGUMENT", "masterRecord is required"));
            var id = RecordIds.normalise(String.valueOf(SoapRecords.idOf(master)))
                    .orElse("");
            var others = Xml.children(each, "recordToMergeIds").stream()
                    .map(other ->
                            RecordIds.normalise(other.getTextContent().strip()).orElse(""))
                    .toList();
            try {
                var asked = new Merge.Request(records.typeOf(master), id, SoapRecords.values(master), others);
                var moved = new Merge(org, writer).merge(asked, call.context());
                var values = new LinkedHashMap<String, Object>();
                values.put("id", id);
                values.put("mergedRecordIds", others);
                values.put("success", true);
                values.put("updatedRelatedIds", moved);
                xml.append(SoapXml.element("result", values));
            } catch (RowException e) {
                xml.append(result(id, e.error(), null));
            }
        }
        return xml.toString();
    }

    private static String results(List<Outcome> outcomes, boolean withCreated) {
        var xml = new StringBuilder();
        outcomes.forEach(
                outcome -> xml.append(result(outcome.id(), outcome.error(), withCreated ? outcome.created() : null)));
        return xml.toString();
    }

    private static String result(@Nullable String id, @Nullable RowError error, @Nullable Boolean created) {
        var xml = new StringBuilder("<result>").append(SoapXml.element("created", created));
        if (error != null) {
            xml.append(SoapXml.element("errors", SoapXml.error(error)));
        }
        xml.append(error != null || id == null ? "<id xsi:nil=\"true\"/>" : "<id>" + id + "</id>");
        return xml.append(SoapXml.element("success", error == null))
                .append("</result>")
                .toString();
    }

    private static List<Element> limited(List<Element> all) {
        if (all.size() > MOST) {
            throw new ApiException(
                    500,
                    "EXCEEDED_ID_LIMIT",
                    "record limit reached. cannot submit more than 200 records into this call");
        }
        return all;
    }
}
