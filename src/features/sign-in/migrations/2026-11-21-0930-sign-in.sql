create schema sign_in;

-- One signed-in browser. The token itself is only in the cookie.
create table sign_in.session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references people.person,
  device_sealed bytea,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index on sign_in.session (person_id);
create index on sign_in.session (ends_at);

-- A code sent to an address: what it is for is sealed with it. Spent or expired ones go.
create table sign_in.challenge (
  id uuid primary key,
  email_tag bytea not null,
  code_hash bytea not null,
  link_hash bytea not null unique,
  content_sealed bytea not null,
  tries int not null default 0,
  expires_at timestamptz not null
);
create index on sign_in.challenge (email_tag);
create index on sign_in.challenge (expires_at);
