-- What a list of plans shows, so that it need not unpack whole plans.
alter table plan_run
    add column status text generated always as (plan ->> 'status') stored,
    add column moves int generated always as (jsonb_array_length(plan -> 'moves')) stored,
    add column cost double precision generated always as ((plan ->> 'costCents')::double precision) stored,
    add column gap double precision generated always as ((plan ->> 'gap')::double precision) stored;
