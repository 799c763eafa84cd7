create schema members;

-- A person in a network. Who stands behind it is in members.bond, sealed; what others see, in members.card.
create table members.membership (
  id uuid primary key,
  network_id uuid not null references networks.network,
  category text not null check (category in ('member', 'ally')),
  status text not null check (status in ('requested', 'waiting', 'active', 'left', 'removed')),
  joined_on date not null,
  ended_on date,
  offers_role boolean not null default false -- would take on a role, and lets the leads know by name
);
create index on members.membership (network_id, status, joined_on desc, id);

-- Who stands behind a membership: only the application reads it, with the key.
create table members.bond (
  membership_id uuid primary key references members.membership on delete cascade,
  network_id uuid not null,
  tag bytea not null,
  person_sealed bytea,
  unique (network_id, tag)
);

-- What those who may see names see: name, organisation, region, grade; sealed under the network's key.
-- `words` are tags of the beginnings of words and of filters, under the same key.
create table members.card (
  membership_id uuid primary key references members.membership on delete cascade,
  network_id uuid not null,
  sealed bytea not null,
  words bytea[] not null default '{}'
);
create index on members.card using gin (words);
create index on members.card (network_id);

-- A role held for a term. Leads are those whose role manages. `public_name` is there only by consent.
create table members.appointment (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  membership_id uuid references members.membership,
  role text not null,
  title text not null default '',
  manages boolean not null default false,
  starts_on date not null,
  ends_on date,
  ended_on date,
  public_name text
);
create index on members.appointment (network_id) where ended_on is null;
create index on members.appointment (membership_id) where ended_on is null;

-- What a network asks of those who join.
create table members.question (
  id uuid primary key default gen_random_uuid(),
  network_id uuid not null references networks.network,
  position int not null,
  text text not null,
  hint text not null default '',
  kind text not null check (kind in ('text', 'long-text', 'choice', 'choices')),
  choices text[] not null default '{}',
  required boolean not null default false,
  retired_on date
);
create index on members.question (network_id, position);

create table members.answer (
  id uuid primary key,
  membership_id uuid not null references members.membership on delete cascade,
  network_id uuid not null,
  question_id uuid not null references members.question,
  sealed bytea not null,
  unique (membership_id, question_id)
);

-- A request decided: once.
create table members.decision (
  membership_id uuid primary key references members.membership on delete cascade,
  network_id uuid not null,
  approved boolean not null,
  reason_sealed bytea,
  decided_by uuid not null,
  decided_on date not null
);
