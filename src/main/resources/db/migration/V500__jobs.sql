-- The engine's own table, as db-scheduler wants it.
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamp with time zone not null,
    picked boolean not null,
    picked_by text,
    last_success timestamp with time zone,
    last_failure timestamp with time zone,
    consecutive_failures int,
    last_heartbeat timestamp with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- One row a run of a use case, as people see it.
create table job_run (
    org_id text not null,
    id uuid not null,
    kind text not null,
    state text not null,
    params jsonb not null,
    submitted_by text not null,
    submitted_at timestamp with time zone not null,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    stage text not null default '',
    done bigint not null default 0,
    total bigint not null default 0,
    stop_requested boolean not null default false,
    problem jsonb,
    result jsonb,
    primary key (org_id, id)
);
create unique index job_run_id on job_run (id);
create index job_run_recent on job_run (org_id, submitted_at desc);
