create schema invitations;

-- Someone asked, by email, whether they want to join. Name, address and note are sealed under the network's
-- key, and go once it is answered or over; `tag` is the address's tag for invitations, which cannot be joined
-- to people.person. One who said no keeps the tag, so that the network never asks again.
create table invitations.invitation (
  id uuid primary key,
  network_id uuid not null references networks.network,
  tag bytea not null,
  content_sealed bytea,
  category text not null default 'member' check (category in ('member', 'ally')),
  origin text not null check (origin in ('import', 'lead')),
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'declined', 'withdrawn', 'expired')),
  invited_on date not null,
  sent_on date,                           -- when the email went out: not before the network is live
  expires_on date not null,
  check ((status = 'waiting') = (content_sealed is not null))
);
create unique index on invitations.invitation (network_id, tag) where status in ('waiting', 'declined');
create index on invitations.invitation (tag);
create index on invitations.invitation (network_id, invited_on desc, id) where status = 'waiting';
create index on invitations.invitation (network_id, id) where status = 'waiting' and sent_on is null;
create index on invitations.invitation (expires_on) where status <> 'declined';
