-- When an email is due, or due again after a mail server did not take it. The post takes what is due first.
alter table kernel.message add column due_at timestamptz not null default now();
create index on kernel.message (due_at) where status = 'waiting';
