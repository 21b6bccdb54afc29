-- How a plan got better while it was made: seconds, cost and bound.
alter table plan_run add column course jsonb not null default '[]';
