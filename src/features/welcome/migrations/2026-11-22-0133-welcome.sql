create schema welcome;

-- What a network does for those who join: since which day the emails of the first weeks go (null: they do
-- not), and whether members offer to be buddies, for how many days.
create table welcome.choice (
  network_id uuid primary key references networks.network,
  series_since date,
  buddies boolean not null default false,
  buddy_days int not null default 30 check (buddy_days in (30, 60))
);

-- The leads' own words for the email of a day, sealed under the network's key. Without a row it is the usual one.
create table welcome.letter (
  id uuid primary key,
  network_id uuid not null references networks.network,
  step int not null check (step in (0, 7, 30)),
  content_sealed bytea not null,
  unique (network_id, step)
);

-- Who wants no emails of the first weeks.
create table welcome.stop (
  membership_id uuid primary key references members.membership on delete cascade,
  network_id uuid not null references networks.network
);

-- Which of them were sent: each once, whatever happens while it is sent.
create table welcome.sent (
  membership_id uuid not null references members.membership on delete cascade,
  step int not null check (step in (7, 30)),
  network_id uuid not null references networks.network,
  sent_on date not null,
  primary key (membership_id, step)
);
create index on welcome.sent (sent_on);
create index on welcome.stop (network_id);
