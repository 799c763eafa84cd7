create schema introductions;

-- Two members who might get to know each other. Neither learns who the other is before both have said yes.
-- `tag` is of the two and what it is about, under the network's key: the same two are not asked twice at once.
create table introductions.introduction (
  id uuid primary key,
  network_id uuid not null references networks.network,
  purpose text not null check (purpose in ('buddy', 'swap')),
  tag bytea not null,
  about_sealed bytea,                     -- what it is about, where it is about something
  lasts int not null check (lasts between 1 and 366),
  made_on date not null,
  agreed_on date,                         -- both have said yes
  ends_on date not null,                  -- until then it can be answered; once agreed, it lasts
  followed_on date,                       -- both were asked whether it helped
  ended_on date
);
create unique index on introductions.introduction (network_id, tag) where ended_on is null;
create index on introductions.introduction (network_id, tag);
create index on introductions.introduction (ends_on) where ended_on is null;
create index on introductions.introduction (agreed_on) where ended_on is null and followed_on is null;
create index on introductions.introduction (ended_on);

-- Who is part of it: the one who asks for something, and the one who helps.
create table introductions.side (
  id uuid primary key,
  introduction_id uuid not null references introductions.introduction on delete cascade,
  network_id uuid not null references networks.network,
  membership_id uuid not null references members.membership on delete cascade,
  part text not null check (part in ('asks', 'helps')),
  helped boolean,                         -- what they said when they were asked whether it helped
  unique (introduction_id, part)
);
create index on introductions.side (membership_id);
create index on introductions.side (network_id) where helped is not null;

-- What someone who said yes tells the other: a name, and how to reach them.
create table introductions.word (
  id uuid primary key,
  introduction_id uuid not null references introductions.introduction on delete cascade,
  network_id uuid not null references networks.network,
  membership_id uuid not null references members.membership on delete cascade,
  content_sealed bytea not null,
  unique (introduction_id, membership_id)
);
create index on introductions.word (membership_id);
create index on introductions.word (network_id);
