package io.fairpatch.sandbox.oauth;

import io.fairpatch.sandbox.org.Org;

/** Signs users in by name and password, which a security token must follow. */
public final class Passwords {
    private final Org org;
    private final SignIn signIn;
    private final SignInRules rules;

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
        var right = signIn.credentials();
        if (password.equals(right.password())) {
            throw new Refused(
                    "LOGIN_MUST_USE_SECURITY_TOKEN",
                    "Invalid username, password, security token; or user locked out. Are you at a new location? When"
                            + " accessing Salesforce--either via a desktop client or the API--from outside of your"
                            + " company's trusted networks, you must add a security token to your password to log in.");
        }
        try {
            rules.check();
            var id = Users.active(org, username);
            if (password.equals(right.password() + right.securityToken())) {
                return id;
            }
        } catch (OAuthError e) {
            // who is refused by name or by a rule learns no more than one with a wrong password
        }
        throw new Refused("INVALID_LOGIN", "Invalid username, password, security token; or user locked out.");
    }

    /** Opens a session; answers its token. */
    public Session open(String username, String password) {
        var id = userId(username, password);
        return new Session(signIn.open(id), id);
    }

    /** A session and whose it is. */
    public record Session(String token, String userId) {}
}
