create schema setup;

-- A task that a network's leads decided not to do now, and why.
create table setup.skipped (
  network_id uuid not null references networks.network,
  task text not null,
  reason text not null,
  skipped_on date not null default current_date,
  primary key (network_id, task)
);
