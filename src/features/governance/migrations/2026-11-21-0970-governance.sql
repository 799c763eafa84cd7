create schema governance;

-- A senior person asked to sponsor the network: invited by email, accepts or declines. The tag finds what is
-- held about the owner of an address; it joins to nothing else.
create table governance.sponsor (
  id uuid primary key,
  network_id uuid not null references networks.network,
  content_sealed bytea not null,          -- name, email, position; under the network's key
  address_tag bytea not null,
  status text not null default 'invited' check (status in ('invited', 'accepted', 'declined', 'ended')),
  public_name text,                       -- set when they accept: sponsors agree to be named
  public_position text,
  invited_on date not null,
  sent_on date not null,                  -- when the invitation last went out
  answered_on date,
  ended_on date,
  check ((status = 'accepted') = (public_name is not null))
);
create index on governance.sponsor (network_id);
create index on governance.sponsor (address_tag);
create unique index on governance.sponsor (network_id, address_tag) where status in ('invited', 'accepted');

-- The charter, a version a row. A draft has no adoption date; the newest adopted one is in force. What the
-- network's settings said on the day of adoption is kept with it.
create table governance.charter (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  version int not null,
  membership_reason text not null default '',
  ally_policy text check (ally_policy in ('none', 'welcome', 'events-only')),
  ally_cap int check (ally_cap between 1 and 99),
  decision_rule text check (decision_rule in ('consensus', 'majority', 'leads')),
  ground_rules text[] not null default '{}',
  code_of_conduct text not null default '',
  mission text not null default '',
  joining text,
  names text,
  adopted_on date,
  unique (network_id, version),
  check (ally_cap is null or ally_policy = 'welcome'),
  check (adopted_on is null or (ally_policy is not null and decision_rule is not null and joining is not null and names is not null))
);
create unique index on governance.charter (network_id) where adopted_on is null;

-- A goal with its measure, its target and its date; and, once it is over, how it ended.
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
  ended_on date,
  outcome text check (outcome in ('met', 'partly', 'missed', 'dropped')),
  check ((ended_on is null) = (outcome is null))
);
create index on governance.goal (network_id, by_on) where ended_on is null;
create index on governance.goal (network_id, ended_on) where ended_on is not null;
