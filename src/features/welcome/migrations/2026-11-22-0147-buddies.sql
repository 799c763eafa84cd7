-- Who would like a buddy, and who offers to be one.
create table welcome.buddy (
  membership_id uuid not null references members.membership on delete cascade,
  part text not null check (part in ('asks', 'helps')),
  network_id uuid not null references networks.network,
  since date not null,
  primary key (membership_id, part)
);
create index on welcome.buddy (network_id, part, since, membership_id);
