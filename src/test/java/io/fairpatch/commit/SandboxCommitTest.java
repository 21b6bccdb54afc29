package io.fairpatch.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairpatch.model.Account;
import io.fairpatch.model.Progress;
import io.fairpatch.model.Rep;
import io.fairpatch.model.SalesforceId;
import io.fairpatch.org.BulkQuery;
import io.fairpatch.org.OrgConnection;
import io.fairpatch.org.OrgWriter;
import io.fairpatch.org.RowSink;
import io.fairpatch.review.ProposalState;
import io.fairpatch.review.SampleProposal;
import io.fairpatch.salesforce.SalesforceOrg;
import io.fairpatch.salesforce.SalesforceSettings;
import io.fairpatch.salesforce.SignIn;
import io.fairpatch.sandbox.KeptKey;
import io.fairpatch.sandbox.Sandbox;
import io.fairpatch.sandbox.SandboxConfig;
import io.fairpatch.sandbox.data.generate.GeneratorConfig;
import io.fairpatch.sandbox.data.generate.OrgGenerator;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger over the real protocol: our adapter against the sandbox org. */
class SandboxCommitTest {
    private static final int ACCOUNTS = 60;

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private SalesforceOrg org;

    @BeforeEach
    void an_org_that_answers() {
        var config = new SandboxConfig("127.0.0.1", 0, false, 7, null, null, Duration.ofMillis(50), KeptKey.in(folder));
        var data = new OrgGenerator().generate(GeneratorConfig.of(ACCOUNTS, 7, SampleProposal.TODAY));
        sandbox = Sandbox.start(config, data, Clock.systemUTC());
        var info = sandbox.info();
        var signIn = new SignIn.ClientCredentials(info.clientId(), info.clientSecret());
        org = SalesforceOrg.connect(SalesforceSettings.of(URI.create(info.instanceUrl()), signIn), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void what_was_approved_and_nothing_else_is_written_and_read_back() throws Exception {
        var bench = bench();
        var run = bench.start(org.reader());

        bench.process()
                .run(bench.org, run.id(), new OrgConnection(org.reader(), org.writer()), bench.policy, Progress.NONE);

        assertCommitted(bench);
    }

    @ParameterizedTest
    @ValueSource(strings = {"createUpdate", "upload", "complete", "status", "results"})
    void a_process_killed_after_a_call_is_followed_by_one_that_writes_nothing_twice(String call) throws Exception {
        var bench = bench();
        var run = bench.start(org.reader());
        var killed = new AtomicBoolean();
        var dying = new OrgConnection(org.reader(), dyingAfter(call, killed));
        try {
            bench.process().run(bench.org, run.id(), dying, bench.policy, Progress.NONE);
        } catch (DyingDatabase.Death death) {
            assertThat(death).hasMessage("killed on purpose");
        }
        assertThat(killed).isTrue();

        bench.process()
                .run(bench.org, run.id(), new OrgConnection(org.reader(), org.writer()), bench.policy, Progress.NONE);

        assertCommitted(bench);
    }

    private void assertCommitted(CommitBench bench) throws Exception {
        assertThat(bench.proposal().state()).isEqualTo(ProposalState.COMMITTED);
        assertThat(bench.outcome().moves().committed()).isEqualTo(ACCOUNTS / 3);
        assertThat(bench.outcome().mismatches()).isZero();
        List<String> written = log();
        assertThat(written).hasSize(ACCOUNTS * 7);
    }

    /** One line a field that was really written. */
    private List<String> log() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(sandbox.info().instanceUrl() + "/__sandbox/log"))
                .build();
        String text = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    private CommitBench bench() {
        var identity = org.reader().identity();
        List<List<String>> users = rows("SELECT Id FROM User WHERE IsActive = true", "User");
        Rep from = SampleProposal.rep(users.get(0).get(0), "From");
        Rep to = SampleProposal.rep(users.get(1).get(0), "To");
        List<List<String>> rows = rows("SELECT Id, OwnerId FROM Account", "Account");
        List<Account> accounts = IntStream.range(0, rows.size())
                .mapToObj(i -> account(rows.get(i)))
                .toList();
        return new CommitBench(
                SampleProposal.draft(identity.id(), accounts, from, to, SampleProposal.policy(identity.id(), 1, 200)));
    }

    private static Account account(List<String> row) {
        SalesforceId owner = row.get(1).isEmpty() ? null : SalesforceId.of(row.get(1));
        return SampleProposal.accountRecord(SalesforceId.of(row.get(0)), "Account", owner);
    }

    private List<List<String>> rows(String soql, String object) {
        var rows = new ArrayList<List<String>>();
        org.reader()
                .query(
                        new BulkQuery(object, soql, false),
                        new RowSink() {
                            @Override
                            public void pageStart(List<String> header) {}

                            @Override
                            public void row(List<String> values) {
                                rows.add(List.copyOf(values));
                            }

                            @Override
                            public void pageEnd(int count) {}

                            @Override
                            public void pageBroken() {
                                throw new IllegalStateException("No fault is armed");
                            }
                        },
                        Progress.NONE);
        return rows;
    }

    private OrgWriter dyingAfter(String call, AtomicBoolean killed) {
        return (OrgWriter) Proxy.newProxyInstance(
                OrgWriter.class.getClassLoader(), new Class<?>[] {OrgWriter.class}, (proxy, method, arguments) -> {
                    Object answer;
                    try {
                        answer = method.invoke(org.writer(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (method.getName().equals(call) && killed.compareAndSet(false, true)) {
                        throw new DyingDatabase.Death();
                    }
                    return answer;
                });
    }
}
