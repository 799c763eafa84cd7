create schema networks;

create table networks.network (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  type text not null check (type in ('cross-government', 'staff-and-diversity', 'community-of-practice', 'profession')),
  status text not null default 'setting-up' check (status in ('proposed', 'setting-up', 'live', 'dormant', 'closed')),
  parent_id uuid references networks.network,
  kind text check (kind in ('sub-network', 'regional-hub')),
  findable text not null check (findable in ('everyone', 'signed-in', 'organisations', 'invited')),
  joining text not null check (joining in ('open', 'request', 'invitation')),
  names text not null check (names in ('members', 'leads', 'nobody')),
  sensitive boolean not null default false,
  purpose text not null default '',        -- what it is for, in a sentence or two
  audience text not null default '',       -- who it is for
  mission text not null default '',
  priorities text not null default '',
  theme text,
  region text,                             -- for a regional hub, or a network of one region
  contact text not null default '',        -- public contact address or text
  joining_reason text not null default '', -- why joining is as it is: shown on the join page
  created_on date not null default current_date,
  live_on date,
  parent_asked_id uuid references networks.network, -- wants to be part of; its leads decide
  -- Stored, since row-level security lets no index work on what a function makes of a column.
  sort_name text collate "C" not null generated always as (lower(name)) stored,
  search tsvector not null generated always as (
    setweight(to_tsvector('simple', name), 'A') ||
    to_tsvector('english', name || ' ' || purpose || ' ' || audience || ' ' || mission)) stored
);
create index on networks.network (parent_id, sort_name);
create index on networks.network (parent_asked_id) where parent_asked_id is not null;
create index on networks.network (sort_name, id) where status in ('live', 'dormant');
create index on networks.network (type, sort_name, id) where status in ('live', 'dormant');
create index on networks.network (theme, sort_name, id) where status in ('live', 'dormant');
create index on networks.network (live_on desc, id) where status in ('live', 'dormant');
create index on networks.network (sort_name, id) where status = 'closed';
create index on networks.network (region) where region is not null;
create index on networks.network using gin (search);

-- Which organisations, regions and grades a network is for. For `findable = organisations` the
-- organisations are also who can find it.
create table networks.scope (
  network_id uuid not null references networks.network,
  kind text not null check (kind in ('organisation', 'region', 'grade')),
  value text not null,
  primary key (network_id, kind, value)
);
create index on networks.scope (kind, value);

-- Every change of status: when and why.
create table networks.status_change (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  status text not null,
  reason text not null default '',
  changed_on date not null default current_date,
  number bigint generated always as identity -- two may come on one day
);
create index on networks.status_change (network_id, changed_on);

-- A change that makes a live network less private: every lead agrees, members have thirty days' notice.
create table networks.privacy_change (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  findable text not null,
  joining text not null,
  names text not null,
  sensitive boolean not null,
  organisations text[] not null default '{}', -- whose people can find it, where findable says so
  proposed_on date not null default current_date,
  agreed_on date,          -- when the last lead agreed and members were told
  takes_effect_on date,
  ended_on date,           -- took effect, or was withdrawn
  outcome text check (outcome in ('took-effect', 'withdrawn'))
);
create unique index on networks.privacy_change (network_id) where ended_on is null;

create table networks.privacy_consent (
  change_id uuid not null references networks.privacy_change,
  membership_id uuid not null,
  agreed_on date not null default current_date,
  primary key (change_id, membership_id)
);

-- What is published about size: withheld or rounded before it is written, and changed seldom enough
-- that no difference of two figures tells who came or went.
create table networks.figure (
  network_id uuid primary key references networks.network,
  members int,              -- rounded; null when withheld
  joined_lately boolean not null default false,
  as_of date not null
);

-- The counts behind the published figures.
create table networks.counted (
  network_id uuid primary key references networks.network,
  members int not null,
  as_of date not null
);
