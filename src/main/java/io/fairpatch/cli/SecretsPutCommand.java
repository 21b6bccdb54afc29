package io.fairpatch.cli;

import io.fairpatch.access.Secrets;
import io.fairpatch.error.ErrorCode;
import io.fairpatch.error.Problem;
import io.micronaut.context.BeanLocator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps a secret. */
@Command(
        name = "put",
        description = {
            "Keep a secret for the org, encrypted: from standard input, or typed unseen on a terminal.",
            "client-secret is found by itself; a private key NAME is used by keyFile: vault:NAME in connector.yml."
        },
        mixinStandardHelpOptions = true)
final class SecretsPutCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 65_536;

    private final Supplier<BeanLocator> house;
    private final Keyboard keyboard;
    private final InputStream in;

    @CommandLine.Mixin
    private final Output output;

    @Parameters(paramLabel = "NAME", description = "Small letters, digits and dashes.")
    private String name = "";

    SecretsPutCommand(Supplier<BeanLocator> house, Keyboard keyboard, Output output, InputStream in) {
        this.house = house;
        this.keyboard = keyboard;
        this.output = output;
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw Problem.of(
                            ErrorCode.USAGE,
                            "The name of a secret (" + name + ") must be small letters, digits and dashes")
                    .maybe("write, for example, client-secret")
                    .exception();
        }
        var typed = keyboard.secret("Secret " + name + ": ").orElse("");
        var secret = typed.isEmpty() ? new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8) : typed;
        if (secret.isBlank()) {
            throw Problem.of(ErrorCode.USAGE, "The secret " + name + " is empty")
                    .maybe("send it on standard input: ./fairpatch secrets put " + name + " < file")
                    .exception();
        }
        var beans = house.get();
        beans.getBean(Secrets.class).put(name, secret.strip(), SecretsCommand.ACTOR);
        SecretsCommand.note(beans, "secret.keep", name);
        output.result(Map.of("kept", name), "The secret " + name + " is kept, encrypted.");
        return 0;
    }
}
