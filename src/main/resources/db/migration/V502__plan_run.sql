-- Plans as made, until they become proposals.
create table plan_run (
    org_id text not null,
    id bigint generated always as identity,
    snapshot_run bigint not null,
    seed bigint not null,
    made_by text not null,
    made_at timestamp with time zone not null,
    plan jsonb not null,
    primary key (org_id, id)
);
