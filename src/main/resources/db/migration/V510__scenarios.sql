-- Scenarios as last planned, one a text: what was asked, on what, and what came of it.
create table scenario (
    org_id text not null,
    id bigint generated always as identity,
    text text not null,
    seed bigint not null,
    snapshot_run bigint not null,
    plan_run bigint not null,
    made_by text not null,
    made_at timestamp with time zone not null,
    result jsonb not null,
    primary key (org_id, id),
    unique (org_id, text)
);

-- A plan knows the scenario it was made for; null is the usual plan. One made for a comparison is never the newest plan.
alter table plan_run add column scenario text;
alter table plan_run add column compared boolean not null default false;
