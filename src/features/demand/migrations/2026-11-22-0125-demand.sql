create schema demand;

-- A network that is only an idea: how many people it needs, and by when. One for a network, ever.
create table demand.proposal (
  network_id uuid primary key references networks.network,
  wanted int not null check (wanted between 10 and 1000),
  by_on date not null,
  proposed_on date not null,
  extended_on date,                 -- given more time, once
  reached_on date,                  -- enough people would join; it stays said, whoever changes their mind
  reminded int not null default 0,  -- how often its leads were asked to decide
  started_on date,
  ended_on date,                    -- those who would join were invited, or told that it does not come about
  outcome text check (outcome in ('started', 'dropped')),
  check ((ended_on is null) = (outcome is null))
);
create index on demand.proposal (by_on) where ended_on is null;

-- Somebody who would join. Who it is only the key knows: the tag is theirs in this network alone, and is
-- not the tag that a member would have.
create table demand.interest (
  id uuid primary key,
  network_id uuid not null references demand.proposal,
  tag bytea not null,
  person_sealed bytea not null,
  said_on date not null,
  told int not null default 0,      -- the number of the last letter that was sent to them
  unique (network_id, tag)
);
create index on demand.interest (network_id, told, id);

-- Who would help to run it, and agreed that its leads learn their name.
create table demand.helper (
  interest_id uuid primary key references demand.interest on delete cascade,
  network_id uuid not null references demand.proposal
);
create index on demand.helper (network_id);

-- What those who would join are told, in its order.
create table demand.letter (
  id uuid primary key,
  network_id uuid not null references demand.proposal,
  number int not null,
  kind text not null check (kind in ('update', 'extended', 'started', 'dropped')),
  text_sealed bytea,
  written_on date not null,
  unique (network_id, number)
);

-- How many would join, as it is shown: rounded down, or null where it is withheld.
create table demand.progress (
  network_id uuid primary key references demand.proposal,
  people int,
  as_of date not null
);

-- How many people would join networks of a theme, and of which sectors they are, as it is shown.
create table demand.figure (
  kind text not null check (kind in ('theme', 'sector')),
  key text not null,
  people int not null,
  as_of date not null,
  primary key (kind, key)
);

-- The counts behind what is shown: of networks by their id, of themes and sectors by their key.
create table demand.counted (
  kind text not null check (kind in ('network', 'theme', 'sector')),
  key text not null,
  people int not null,
  primary key (kind, key)
);
