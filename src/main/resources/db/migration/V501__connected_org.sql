-- Orgs this installation was connected to; the newest is the current one.
create table connected_org (
    org_id text primary key,
    name text not null,
    instance_url text not null,
    production boolean not null,
    connected_at timestamp with time zone not null
);
