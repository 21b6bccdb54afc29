package io.fairpatch.web.page;

import io.fairpatch.access.Action;
import io.fairpatch.access.Person;
import io.fairpatch.access.Role;
import io.fairpatch.jobs.JobKind;
import io.fairpatch.jobs.JobState;
import io.fairpatch.jobs.JobView;
import io.fairpatch.jobs.Jobs;
import io.fairpatch.web.Site;
import io.fairpatch.web.http.Assets;
import io.fairpatch.web.http.NoticeCookie;
import io.fairpatch.web.http.SignedIn;
import io.fairpatch.web.view.Shell;
import io.fairpatch.web.view.Shell.NavItem;
import io.fairpatch.web.view.Show;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the frame around a page: where one is, who one is, and what runs. */
@Singleton
public final class Shells {
    private static final int LOOK_BACK = 50;

    private final Site site;
    private final Jobs jobs;
    private final Clock clock;
    private final Assets assets;

    Shells(Site site, Jobs jobs, Clock clock, Assets assets) {
        this.site = site;
        this.jobs = jobs;
        this.clock = clock;
        this.assets = assets;
    }

    public Shell frame(HttpRequest<?> request, SignedIn who, String title) {
        List<JobView> recent = jobs.recent(site.org().value(), LOOK_BACK);
        return new Shell(
                title,
                assets.version(),
                who.csrf(),
                site.badge(),
                site.currency(),
                lastSync(recent),
                who.person().displayName(),
                roles(who.person()),
                nav(request.getPath(), who.person()),
                who.person().may(Action.VIEW_PROPOSALS) && behind(recent),
                recent.stream()
                        .filter(job -> !job.state().finished())
                        .findFirst()
                        .map(job -> RunBars.of(job, who.person(), clock.instant()))
                        .orElse(null),
                NoticeCookie.read(request));
    }

    private @Nullable String lastSync(List<JobView> recent) {
        return finished(recent, job -> job.kind() == JobKind.SYNC && job.state() == JobState.DONE)
                .map(moment -> Show.ago(moment, clock.instant()))
                .orElse(null);
    }

    /** A commit changes the org, not our copy of it; a part of one does so too. */
    private static boolean behind(List<JobView> recent) {
        var committed = finished(recent, job -> job.kind() == JobKind.COMMIT);
        var copied = finished(recent, job -> job.kind() == JobKind.SYNC && job.state() == JobState.DONE);
        return committed.isPresent() && copied.isPresent() && copied.get().isBefore(committed.get());
    }

    private static Optional<Instant> finished(List<JobView> recent, Predicate<JobView> such) {
        return recent.stream()
                .filter(such)
                .map(JobView::finishedAt)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String roles(Person person) {
        return person.roles().stream()
                .map(Role::name)
                .map(String::toLowerCase)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<NavItem> nav(String path, Person person) {
        List<NavItem> items = new ArrayList<>();
        items.add(item("Home", "/", path));
        if (person.may(Action.VIEW_PROPOSALS)) {
            items.add(item("Org", "/org", path));
            items.add(item("Accounts", "/accounts", path));
            items.add(item("Territories", "/territories", path));
            items.add(item("Scenarios", "/scenarios", path));
            items.add(item("Proposals", "/proposals", path));
            items.add(item("Commits", "/commits", path));
        }
        if (person.may(Action.VIEW_AUDIT)) {
            items.add(item("Timeline", "/timeline", path));
        }
        if (person.roles().contains(Role.REP) && person.userId() != null) {
            items.add(item("My territory", "/my-territory", path));
        }
        return items;
    }

    private static NavItem item(String label, String href, String path) {
        return new NavItem(label, href, href.equals("/") ? path.equals("/") : path.startsWith(href));
    }
}
