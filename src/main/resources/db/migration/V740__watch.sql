-- Signs beyond their edge, from when to when; at most one that is not quiet for each trigger and subject.
create table watch_alert (
    org_id text not null,
    id bigint generated always as identity,
    trigger text not null,
    key text not null,
    subject text not null,
    value double precision not null,
    sentence text not null,
    scenario text,
    since timestamp with time zone not null,
    seen boolean not null,
    quiet_at timestamp with time zone,
    dismissed_by text,
    dismissed_at timestamp with time zone,
    dismissed_why text,
    primary key (org_id, id)
);
create unique index watch_alert_open on watch_alert (org_id, trigger, key) where quiet_at is null;

-- The last look at each org.
create table watch_look (
    org_id text primary key,
    score_run bigint not null,
    at timestamp with time zone not null
);

-- Reviews by fiscal quarter, to be ticked off.
create table review_task (
    org_id text not null,
    year integer not null,
    quarter integer not null,
    purpose text not null,
    due date not null,
    done_by text,
    done_at timestamp with time zone,
    note text,
    primary key (org_id, year, quarter, purpose)
);
