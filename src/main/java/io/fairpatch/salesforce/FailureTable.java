package io.fairpatch.salesforce;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** The one place that says what a failure at the org means. */
final class FailureTable {
    /** 401s that a new token would not mend; renewing on them would go on for ever. */
    private static final Set<String> NOT_EXPIRY =
            Set.of("Connected app is not attached to Agent", "This session is not valid for use with the REST API");

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
        return new RemoteFailure(
                kind,
                "The org answered " + reply.status() + code + " to " + reply.request() + ".",
                reply.where(),
                error.code(),
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

    /** A code of the org's that came another way than by HTTP status: SOAP, Bulk API 1.0. */
    static FailureKind kind(int status, OrgError error) {
        return switch (error.code()) {
            case "INVALID_SESSION_ID", "InvalidSessionId" ->
                error.mentions(NOT_EXPIRY) ? FailureKind.SIGN_IN : FailureKind.SESSION_EXPIRED;
            // too many calls at once passes in seconds; too many in 24 hours does not
            case "REQUEST_LIMIT_EXCEEDED" ->
                error.message().contains("Concurrent") ? FailureKind.BUSY : FailureKind.LIMIT;
            case "LIMIT_EXCEEDED", "EXCEEDEDQUOTA", "ExceededQuota", "STORAGE_LIMIT_EXCEEDED" -> FailureKind.LIMIT;
            case "INSUFFICIENT_ACCESS",
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                    "INVALID_FIELD",
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "INVALID_TYPE",
                    "API_DISABLED_FOR_ORG",
                    "API_CURRENTLY_DISABLED",
                    "FUNCTIONALITY_NOT_ENABLED",
                    "TXN_SECURITY_METERING_ERROR" -> FailureKind.RIGHTS;
            case "INVALIDENTITY", "InvalidEntity", "FEATURE_NOT_ENABLED", "FeatureNotEnabled" ->
                FailureKind.NOT_IN_BULK;
            case "SERVER_UNAVAILABLE",
                    "QUERY_TIMEOUT",
                    "UNABLE_TO_LOCK_ROW",
                    "InternalServerError",
                    "Timeout",
                    "TooManyLockFailure" -> FailureKind.BUSY;
            default -> byStatus(status, error);
        };
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
