package io.fairpatch.salesforce;

import io.fairpatch.org.DirectWriter;
import io.fairpatch.org.LinkWriter;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgConsent;
import io.fairpatch.org.OrgInspector;
import io.fairpatch.org.OrgInstaller;
import io.fairpatch.org.OrgReader;
import io.fairpatch.org.OrgWriter;
import java.time.Clock;

/**
 * One Salesforce org, spoken to over its real protocol. Connecting opens nothing: the first call signs in. Thread-safe;
 * its threads are daemons, so there is nothing to close.
 *
 * @param writer writes by Bulk API 2.0
 * @param serialWriter writes by Bulk API 1.0 in serial mode: slow, the last resort when rows keep locking each other
 * @param strictWriter writes accounts one by one, refused when they changed
 * @param ownerWriter writes by SOAP with options for changes of owner
 * @param linkWriter makes and deletes territory associations and members of account teams
 * @param installer deploys metadata
 * @param consent connects by a person's sign-in at the org's page
 */
public record SalesforceOrg(
        OrgReader reader,
        OrgWriter writer,
        OrgWriter serialWriter,
        DirectWriter strictWriter,
        DirectWriter ownerWriter,
        LinkWriter linkWriter,
        OrgInspector inspector,
        OrgInstaller installer,
        OrgConsent consent) {
    /** As the commit needs it. */
    public OrgConnection connection() {
        return new OrgConnection(reader, writer, serialWriter, strictWriter, ownerWriter, linkWriter);
    }

    public static SalesforceOrg connect(SalesforceSettings settings, Clock clock) {
        var pace = settings.pace();
        var wire = new Wire(pace);
        var tokens = new TokenEndpoint(settings.url(), wire);
        var sessions = new Sessions(new OAuth(settings, tokens, clock));
        var rest = new RestApi(new Transport(wire, sessions), settings);
        var retries = new Retries(pace);
        var wsc = new Wsc(pace);
        var soap = new SoapCalls(sessions, wsc);
        var reader = new SalesforceReader(rest, retries, pace, soap);
        return new SalesforceOrg(
                reader,
                new BulkUpdate(rest, retries),
                new SerialUpdate(sessions, wsc, retries),
                new StrictUpdate(rest, retries),
                new OwnerUpdate(sessions, wsc, retries, reader),
                new LinkRecords(rest, retries),
                new SalesforceInspector(rest, retries, soap),
                new SalesforceInstaller(rest, retries),
                new SalesforceConsent(settings, tokens, sessions));
    }
}
