package io.fairpatch.doctor;

import static io.fairpatch.doctor.Area.SIGN_IN;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** Whether we get in, to which org, and for how long the way in stays open. */
final class SignInChecks {
    private static final String SIGN_IN_FILE = "connector.yml, signIn";
    private static final Duration SKEW_WARN = Duration.ofSeconds(60);
    /** A JWT of ours is valid for three minutes. */
    private static final Duration SKEW_FAIL = Duration.ofMinutes(3);
    /** Salesforce supports a version for at least three years; 60.0 came in February 2024, three follow a year. */
    private static final int FIRST = 60;

    private static final LocalDate FIRST_RELEASED = LocalDate.of(2024, 2, 10);
    private static final int YEARS_SUPPORTED = 3;

    private SignInChecks() {}

    static List<Check> all() {
        return List.of(
                Check.ofHouse("sign-in", SIGN_IN, "Sign-in", SIGN_IN_FILE, SignInChecks::signIn),
                Check.ofOrg("org-id", SIGN_IN, "The org that answers", "write-policy.yml, orgId", SignInChecks::orgId),
                Check.ofOrg("instance", SIGN_IN, "The org's address", "connector.yml, org.url", SignInChecks::instance),
                Check.ofOrg("api-version", SIGN_IN, "API version", "connector.yml, apiVersion", SignInChecks::version),
                Check.ofOrg(
                        "api-retirement",
                        SIGN_IN,
                        "Retirement of the API version",
                        "connector.yml, apiVersion",
                        SignInChecks::retirement),
                Check.ofOrg("clock", SIGN_IN, "Clocks", "the time service (NTP) of this machine", SignInChecks::clock));
    }

    private static Verdict signIn(Examination it) {
        var org = it.identity();
        return Verdict.pass("Signed in to " + org.name() + " (" + org.id() + ") at " + org.instanceUrl() + ".");
    }

    private static Verdict orgId(Examination it) {
        var policy = it.config().writePolicy().orgId();
        var org = it.identity();
        if (policy == null) {
            return Verdict.pass(org.name() + " is " + org.id()
                    + "; write-policy.yml names no org yet, so nothing can be" + " written.");
        }
        return org.id().value().startsWith(policy.substring(0, Math.min(15, policy.length())))
                ? Verdict.pass(org.name() + " is " + org.id() + ", the org that write-policy.yml names.")
                : Verdict.fail(
                        "We are signed in to " + org.id() + ", but write-policy.yml names " + policy + ".",
                        "Every write is refused, so that no other org than the one meant is changed.",
                        "Sign in to the org meant, or set orgId to " + org.id() + ".");
    }

    private static Verdict instance(Examination it) {
        var asked = it.house().orgUrl().get();
        var answered = URI.create(it.identity().instanceUrl());
        boolean local = List.of("127.0.0.1", "localhost").contains(answered.getHost());
        if (!"https".equals(answered.getScheme()) && !local) {
            return Verdict.fail(
                    "The org's address " + answered + " is not https.",
                    "Tokens and data would travel in the clear.",
                    "Use the org's https address.");
        }
        return Objects.equals(asked.getHost(), answered.getHost())
                ? Verdict.pass("The org answers at its own address, " + answered.getHost() + ".")
                : Verdict.warn(
                        "We ask " + asked.getHost() + ", the org answers at " + answered.getHost() + ".",
                        "A common sign-in host is slower, and client credentials don't work there.",
                        "Set org.url to " + answered + ".");
    }

    private static Verdict version(Examination it) {
        var offered = it.inspector().versions();
        var used = it.identity().apiVersion();
        var wanted = it.config().connector().apiVersion();
        if (wanted != null && !wanted.equals(used)) {
            return Verdict.fail(
                    "connector.yml asks for API version " + wanted + ", the org offers up to "
                            + offered.get(offered.size() - 1) + "; " + used + " is in use.",
                    "What was tested with one version runs with another.",
                    "Set apiVersion to \"" + used + "\", or to null for the newest both know.");
        }
        return Verdict.pass(
                "API version " + used + " is in use; the org offers up to " + offered.get(offered.size() - 1) + ".");
    }

    private static Verdict retirement(Examination it) {
        var used = it.identity().apiVersion();
        int steps = new BigDecimal(used).intValue() - FIRST;
        var until = FIRST_RELEASED.plusMonths(4L * steps).plusYears(YEARS_SUPPORTED);
        var today = LocalDate.ofInstant(it.house().clock().instant(), ZoneOffset.UTC);
        var mend = "Set apiVersion to null: the newest version that the org and this service know is then used.";
        if (today.isAfter(until)) {
            return Verdict.fail(
                    "Salesforce's three years of support for API version " + used + " ended on " + until + ".",
                    "It may be switched off with any release.",
                    mend);
        }
        return today.plusYears(1).isAfter(until)
                ? Verdict.warn(
                        "API version " + used + " is supported until " + until + " at least.",
                        "After that it may be switched off with any release.",
                        mend)
                : Verdict.pass("API version " + used + " is supported until " + until + " at least.");
    }

    private static Verdict clock(Examination it) {
        var before = it.house().clock().instant();
        var org = it.inspector().clock();
        var after = it.house().clock().instant();
        var middle = before.plus(Duration.between(before, after).dividedBy(2));
        var skew = Duration.between(middle, org).abs();
        var what = "This machine's clock and the org's differ by " + skew.toSeconds() + " s.";
        if (skew.compareTo(SKEW_WARN) < 0) {
            return Verdict.pass(what);
        }
        var mend = "Switch on the time service of this machine.";
        return skew.compareTo(SKEW_FAIL) >= 0
                ? Verdict.fail(
                        what, "The org refuses a signed sign-in after three minutes, and a sync could miss rows.", mend)
                : Verdict.warn(what, "A signed sign-in (JWT) is valid for three minutes only.", mend);
    }
}
