package io.fairpatch.sandbox;

/**
 * What a client needs to work with a sandbox org.
 *
 * @param instanceUrl no trailing slash
 * @param accessToken of the integration user, ready for use, never expires
 * @param apiVersion newest version the org speaks, for example "67.0"
 * @param orgId 18 characters
 * @param jwtUsername the integration user; also for signing in by password
 * @param jwtKeyFile private key in PEM (PKCS#8) that signs for {@code jwtUsername}
 * @param password of every user
 * @param securityToken to be put behind the password by SOAP login and the password flow
 */
public record SandboxInfo(
        String instanceUrl,
        String accessToken,
        String apiVersion,
        String orgId,
        String clientId,
        String clientSecret,
        String jwtUsername,
        String jwtKeyFile,
        String password,
        String securityToken) {}
