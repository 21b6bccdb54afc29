-- A search that a person lets rest, and how it gets better while it runs.
alter table job_run add column pause_requested boolean not null default false;

create table job_point (
    job_id uuid not null references job_run (id) on delete cascade,
    seconds double precision not null,
    cost double precision,
    bound double precision
);
create index job_point_job on job_point (job_id, seconds);
