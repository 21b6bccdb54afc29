package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.http.ApiException;
import io.fairpatch.sandbox.org.Org;
import io.fairpatch.sandbox.org.RecordIds;
import io.fairpatch.sandbox.org.Rights.General;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs users in by name and password, which a security token must follow. */
public final class Passwords {
    private static final String WRONG = "Invalid username, password, security token; or user locked out.";
    private static final String NO_TOKEN = WRONG + " Are you at a new location? When"
            + " accessing Salesforce--either via a desktop client or the API--from outside of your"
            + " company's trusted networks, you must add a security token to your password to log in.";
    private static final int LEAST = 8;
    private static final int GENERATED = 12;

    private final Org org;
    private final SignIn signIn;
    private final SignInRules rules;
    /** Passwords by user id, of those who have not the one that all begin with. */
    private final Map<String, String> own = new ConcurrentHashMap<>();

    public Passwords(Org org, SignIn signIn, SignInRules rules) {
        this.org = org;
        this.signIn = signIn;
        this.rules = rules;
    }

    /** Why a sign-in was refused, in the words of a SOAP fault. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code, String message) {
            super(message);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** The id of the user who may come in. */
    String userId(String username, String password) {
        try {
            rules.check();
            var id = Users.active(org, username);
            var right = own.getOrDefault(id, signIn.credentials().password());
            if (password.equals(right + signIn.credentials().securityToken())) {
                return id;
            }
            if (password.equals(right)) {
                throw new Refused("LOGIN_MUST_USE_SECURITY_TOKEN", NO_TOKEN);
            }
        } catch (OAuthError e) {
            // who is refused by name or by a rule learns no more than one with a wrong password
        }
        throw new Refused("INVALID_LOGIN", WRONG);
    }

    /**
     * Gives a user a password, known until the org stops.
     *
     * @param caller id of the user who says so
     */
    public void set(String caller, String user, String password) {
        var id = changeable(caller, user);
        if (password.length() < LEAST) {
            throw new ApiException(
                    400, "INVALID_NEW_PASSWORD", "Your password must be at least " + LEAST + " characters long.");
        }
        own.put(id, password);
    }

    /** Gives a user a password that nobody chose, and answers it. */
    public String reset(String caller, String user) {
        var id = changeable(caller, user);
        var password = signIn.random().substring(0, GENERATED);
        own.put(id, password);
        return password;
    }

    /** The id of the user, whose password the caller may change: everybody their own, those who manage users any. */
    private String changeable(String caller, String user) {
        var id = RecordIds.normalise(user)
                .filter(each -> org.table("User").find(each).isPresent())
                .orElseThrow(ApiException::notFound);
        if (!id.equals(caller) && !org.rights().of(caller).may(General.MANAGE_USERS)) {
            throw new ApiException(
                    403, "INSUFFICIENT_ACCESS", "insufficient access rights on cross-reference id: " + id);
        }
        return id;
    }

    /** Opens a session; answers its token. */
    public Session open(String username, String password) {
        var id = userId(username, password);
        return new Session(signIn.open(id), id);
    }

    /** A session and whose it is. */
    public record Session(String token, String userId) {}
}
