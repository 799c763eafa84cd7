create schema launch;

-- When and how a network opens with an event, and which days around it count as joining at the launch.
create table launch.plan (
  id uuid primary key,
  network_id uuid not null unique references networks.network,
  on_date date not null,
  starts int not null check (starts between 0 and 1439),              -- minutes of the day
  format text not null check (format in ('online', 'in-person', 'hybrid')),
  place_sealed bytea not null,
  days_before int not null default 7 check (days_before between 0 and 60),
  days_after int not null default 14 check (days_after between 0 and 60)
);
create index on launch.plan (on_date);

-- What happens on the day, counted in minutes from the start.
create table launch.item (
  id uuid primary key,
  network_id uuid not null references networks.network,
  minute int not null check (minute between -1440 and 2880),
  content_sealed bytea not null
);
create index on launch.item (network_id, minute, id);

-- The challenge swap: a card says what someone finds hard, or what they can help with, and the name that they
-- chose to show, if any. Whose card it is stands apart.
create table launch.card (
  id uuid primary key,
  network_id uuid not null references networks.network,
  kind text not null check (kind in ('challenge', 'help')),
  content_sealed bytea not null,
  put_on date not null,
  ended_on date
);
create index on launch.card (network_id, kind, put_on desc, id) where ended_on is null;
create index on launch.card (put_on) where ended_on is null;
create index on launch.card (ended_on);
create table launch.owner (
  card_id uuid primary key references launch.card on delete cascade,
  network_id uuid not null references networks.network,
  membership_id uuid not null references members.membership on delete cascade
);
create index on launch.owner (membership_id);
create index on launch.owner (network_id);

-- Memberships that began at the launch; and what is published of them, each figure once.
create table launch.cohort (
  membership_id uuid primary key references members.membership on delete cascade,
  network_id uuid not null references networks.network
);
create index on launch.cohort (network_id);
create table launch.figure (
  network_id uuid not null references networks.network,
  measure text not null check (measure in ('joined', 'after-30', 'after-90')),
  shown int,                              -- null: withheld
  as_of date not null,
  primary key (network_id, measure)
);
