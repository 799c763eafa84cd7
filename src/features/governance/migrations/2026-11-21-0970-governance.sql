create schema governance;

-- A senior person asked to sponsor the network: invited by email, accepts or declines.
create table governance.sponsor (
  id uuid primary key,
  network_id uuid not null references networks.network,
  content_sealed bytea not null,          -- name, email, position; under the network's key
  status text not null default 'invited' check (status in ('invited', 'accepted', 'declined', 'ended')),
  public_name text,                       -- set when they accept: sponsors agree to be named
  public_position text,
  invited_on date not null,
  answered_on date
);
create index on governance.sponsor (network_id) where status in ('invited', 'accepted');

-- The charter, a version a row. A draft has no adoption date; the newest adopted one is in force.
create table governance.charter (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  version int not null,
  membership_reason text not null default '',
  ally_policy text not null default 'none' check (ally_policy in ('none', 'welcome', 'events-only')),
  ally_cap int check (ally_cap between 0 and 100),
  decision_rule text not null default 'consensus' check (decision_rule in ('consensus', 'majority', 'leads')),
  ground_rules text[] not null default '{}',
  code_of_conduct text not null default '',
  adopted_on date,
  unique (network_id, version)
);

-- A goal with its measure, its target and its date.
create table governance.goal (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  statement text not null,
  measure text not null,
  baseline numeric,
  target numeric not null,
  unit text not null default '',
  by_on date not null,
  set_on date not null default current_date,
  ended_on date
);
create index on governance.goal (network_id) where ended_on is null;
