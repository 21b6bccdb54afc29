package io.fairpatch.salesforce;

import static java.util.Map.entry;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLException;

/** The one place that says what a failure at the org means. */
final class FailureTable {
    /** 401s that a new token would not mend; renewing on them would go on for ever. */
    private static final Set<String> NOT_EXPIRY =
            Set.of("Connected app is not attached to Agent", "This session is not valid for use with the REST API");

    /** REST and Bulk 2.0 shout, Bulk 1.0 and SOAP say the same in camel case. */
    private static final Map<String, FailureKind> BY_CODE = Map.ofEntries(
            entry("INVALID_SESSION_ID", FailureKind.SESSION_EXPIRED),
            entry("InvalidSessionId", FailureKind.SESSION_EXPIRED),
            entry("REQUEST_LIMIT_EXCEEDED", FailureKind.LIMIT),
            entry("LIMIT_EXCEEDED", FailureKind.LIMIT),
            entry("STORAGE_LIMIT_EXCEEDED", FailureKind.LIMIT),
            entry("EXCEEDEDQUOTA", FailureKind.LIMIT),
            entry("ExceededQuota", FailureKind.LIMIT),
            entry("INSUFFICIENT_ACCESS", FailureKind.RIGHTS),
            entry("INSUFFICIENT_ACCESS_OR_READONLY", FailureKind.RIGHTS),
            entry("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", FailureKind.RIGHTS),
            // fields and objects that the user has no right to are invalid in the org's words
            entry("INVALID_FIELD", FailureKind.RIGHTS),
            entry("INVALID_FIELD_FOR_INSERT_UPDATE", FailureKind.RIGHTS),
            entry("INVALID_TYPE", FailureKind.RIGHTS),
            entry("API_DISABLED_FOR_ORG", FailureKind.RIGHTS),
            entry("API_CURRENTLY_DISABLED", FailureKind.RIGHTS),
            entry("FUNCTIONALITY_NOT_ENABLED", FailureKind.RIGHTS),
            entry("TXN_SECURITY_METERING_ERROR", FailureKind.RIGHTS),
            entry("INVALIDENTITY", FailureKind.NOT_IN_BULK),
            entry("InvalidEntity", FailureKind.NOT_IN_BULK),
            entry("FEATURE_NOT_ENABLED", FailureKind.NOT_IN_BULK),
            entry("FeatureNotEnabled", FailureKind.NOT_IN_BULK),
            entry("SERVER_UNAVAILABLE", FailureKind.BUSY),
            entry("QUERY_TIMEOUT", FailureKind.BUSY),
            entry("UNABLE_TO_LOCK_ROW", FailureKind.BUSY),
            entry("InternalServerError", FailureKind.BUSY),
            entry("Timeout", FailureKind.BUSY),
            entry("TooManyLockFailure", FailureKind.BUSY));

    private FailureTable() {}

    /** An answer outside of 2xx, or a web page; reads its body. */
    static RemoteFailure of(Reply reply) {
        var error = OrgError.of(reply);
        if (reply.ok()) {
            return unreadable(reply, error.message());
        }
        var kind = kind(reply.status(), error);
        var code = error.code().isEmpty() ? "" : " (" + error.code() + ")";
        boolean doubt = reply.status() >= 500 || reply.status() == 408;
        var orgCode = reply.status() == 412 ? "PRECONDITION_FAILED" : error.code();
        return new RemoteFailure(
                kind,
                "The org answered " + reply.status() + code + " to " + reply.request() + ".",
                reply.where(),
                orgCode,
                error.message(),
                doubt);
    }

    /** No answer, or one that broke off. */
    static RemoteFailure of(IOException fault, String request, String where) {
        var why = reason(fault);
        if (fault instanceof ConnectException || fault instanceof HttpConnectTimeoutException) {
            return failure(FailureKind.UNREACHABLE, "The org can't be reached.", where, noConnection(fault), false);
        }
        if (fault instanceof SSLException) {
            return failure(FailureKind.UNTRUSTED, "No safe connection to the org came about.", where, why, false);
        }
        if (fault instanceof HttpTimeoutException) {
            return failure(FailureKind.BUSY, "The org didn't answer " + request + " in time.", where, why, true);
        }
        if (fault instanceof SocketTimeoutException) {
            return failure(FailureKind.BUSY, "The org fell silent while answering " + request + ".", where, why, true);
        }
        if (fault instanceof CharacterCodingException) {
            return failure(FailureKind.ANSWER, "The answer to " + request + " isn't UTF-8.", where, why, true);
        }
        return failure(FailureKind.ANSWER, "The answer to " + request + " broke off.", where, why, true);
    }

    /** A 2xx answer that can't be what was asked for. */
    static RemoteFailure unreadable(Reply reply, String why) {
        return failure(
                FailureKind.ANSWER, "The answer to " + reply.request() + " can't be read.", reply.where(), why, true);
    }

    /** The org's code decides; where it says nothing special, the HTTP status does. 0 stands for no status. */
    static FailureKind kind(int status, OrgError error) {
        var known = BY_CODE.get(error.code());
        if (known == FailureKind.SESSION_EXPIRED && error.mentions(NOT_EXPIRY)) {
            return FailureKind.SIGN_IN;
        }
        // too many calls at once passes in seconds; too many in 24 hours does not
        if (known == FailureKind.LIMIT && error.message().contains("Concurrent")) {
            return FailureKind.BUSY;
        }
        return known != null ? known : byStatus(status, error);
    }

    private static FailureKind byStatus(int status, OrgError error) {
        if (status >= 300 && status < 400) {
            return FailureKind.ADDRESS;
        }
        if (status == 401) {
            return FailureKind.SIGN_IN;
        }
        if (status == 403 || error.message().contains("Implementation restriction")) {
            return FailureKind.RIGHTS;
        }
        // 420 is the edge saying "setting things up"; 406 has been seen on finished jobs and goes away by itself
        boolean busy = status == 406 || status == 408 || status == 420 || status == 429 || status >= 500;
        return busy ? FailureKind.BUSY : FailureKind.REQUEST;
    }

    /** The JDK's own words for these are class names. */
    private static String noConnection(IOException fault) {
        if (fault instanceof HttpConnectTimeoutException) {
            return "nobody answers there";
        }
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return "this host name isn't known";
            }
        }
        return "the connection is refused: nothing listens there";
    }

    static String reason(Throwable fault) {
        var deepest = fault;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static RemoteFailure failure(FailureKind kind, String what, String where, String why, boolean doubt) {
        return new RemoteFailure(kind, what, where, "", why, doubt);
    }
}
