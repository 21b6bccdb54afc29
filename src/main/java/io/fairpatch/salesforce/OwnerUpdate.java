package io.fairpatch.salesforce;

import com.sforce.soap.partner.Error;
import com.sforce.soap.partner.OwnerChangeOption;
import com.sforce.soap.partner.OwnerChangeOptionType;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.SaveResult;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.ObjectSchema;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.WriteResult;
import io.fairpatch.org.WriteResult.Fate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes records by the SOAP partner API, which alone takes options for changes of owner (header OwnerChangeOptions): what
 * becomes of account teams, open deals, contacts. Thread-safe.
 */
final class OwnerUpdate implements DirectWriter {
    private final Sessions sessions;
    private final Wsc wsc;
    private final Retries retries;
    private final OrgReader reader;

    OwnerUpdate(Sessions sessions, Wsc wsc, Retries retries, OrgReader reader) {
        this.sessions = sessions;
        this.wsc = wsc;
        this.retries = retries;
        this.reader = reader;
    }

    @Override
    public List<WriteResult> update(String object, List<Row> rows, Set<String> options) {
        ObjectSchema schema = reader.describe(object);
        SObject[] records = rows.stream().map(row -> record(schema, row)).toArray(SObject[]::new);
        var answered = new ArrayList<SaveResult>();
        retries.onlyOnce(() -> answered.addAll(List.of(send(records, options))));
        var results = new ArrayList<WriteResult>(rows.size());
        for (int i = 0; i < Math.min(rows.size(), answered.size()); i++) {
            results.add(result(rows.get(i).id(), answered.get(i)));
        }
        return results;
    }

    private SaveResult[] send(SObject[] records, Set<String> options) {
        return wsc.inSession(sessions, session -> {
            try {
                var connection = new PartnerConnection(wsc.config(session));
                connection.setOwnerChangeOptions(
                        options.stream().map(OwnerUpdate::option).toArray(OwnerChangeOption[]::new));
                return connection.update(records);
            } catch (ApiFault e) {
                throw wsc.failure(session, "update", e.getExceptionCode(), e.getExceptionMessage(), e);
            } catch (ConnectionException e) {
                throw wsc.failure(session, "update", null, FailureTable.reason(e), e);
            }
        });
    }

    private static OwnerChangeOption option(String name) {
        var option = new OwnerChangeOption();
        option.setType(OwnerChangeOptionType.valueOf(name));
        option.setExecute(true);
        return option;
    }

    private static SObject record(ObjectSchema schema, Row row) {
        var record = new SObject(schema.object());
        record.setId(row.id());
        var cleared = new ArrayList<String>();
        for (Map.Entry<String, @Nullable String> field : row.values().entrySet()) {
            String text = field.getValue();
            if (text == null || text.isEmpty()) {
                cleared.add(field.getKey());
            } else {
                record.setField(field.getKey(), typed(schema, field.getKey(), text));
            }
        }
        record.setFieldsToNull(cleared.toArray(String[]::new));
        return record;
    }

    /** The org refuses a text where it wants a number or a date (INVALID_TYPE_ON_FIELD_IN_RECORD). */
    private static Object typed(ObjectSchema schema, String field, String text) {
        String type = schema.field(field).map(known -> known.type()).orElse("string");
        return switch (type) {
            case "double", "currency", "percent" -> Double.valueOf(text);
            case "int" -> Integer.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            case "date" -> day(text);
            default -> text;
        };
    }

    /** As Salesforce's own Data Loader sends a date: midnight UTC; the library knows no days. */
    private static Calendar day(String text) {
        return GregorianCalendar.from(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC));
    }

    /** The answer is in the order of the request, and names the id of what was written. */
    private static WriteResult result(String id, SaveResult answer) {
        if (answer.isSuccess()) {
            return new WriteResult(id, Fate.WRITTEN, null, null);
        }
        Error[] errors = answer.getErrors();
        if (errors.length == 0) {
            return new WriteResult(id, Fate.FAILED, null, null);
        }
        return new WriteResult(
                id, Fate.FAILED, String.valueOf(errors[0].getStatusCode()), String.valueOf(errors[0].getMessage()));
    }
}
