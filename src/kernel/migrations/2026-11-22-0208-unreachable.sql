-- Addresses that emails do not reach: only their tag, under a key of its own, and the day it was noticed.
create table kernel.unreachable (
  tag bytea primary key,
  since date not null
);
