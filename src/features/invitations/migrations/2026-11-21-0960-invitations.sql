create schema invitations;

-- Someone asked, by email, whether they want to join. The address is sealed under the network's key;
-- `tag` is the address's tag for invitations, which cannot be joined to people.person.
create table invitations.invitation (
  id uuid primary key,
  network_id uuid not null references networks.network,
  tag bytea not null,
  content_sealed bytea,
  category text not null default 'member' check (category in ('member', 'ally')),
  origin text not null check (origin in ('import', 'lead')),
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')),
  invited_on date not null,
  expires_on date not null
);
create unique index on invitations.invitation (network_id, tag) where status in ('waiting', 'declined');
create index on invitations.invitation (tag) where status = 'waiting';
create index on invitations.invitation (network_id, invited_on desc, id);
create index on invitations.invitation (expires_on) where status = 'waiting';
