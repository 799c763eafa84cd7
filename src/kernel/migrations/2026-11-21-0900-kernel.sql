-- What the application keeps for itself: no feature's data.
create schema kernel;
create schema app;

-- One row a setting of this installation: who may make the first administrator, and the like.
create table kernel.setting (name text primary key, value text not null);

-- Half-filled forms, kept so that people can go back and come back. Sealed whole.
create table kernel.draft (
  token_hash bytea primary key,
  content_sealed bytea not null,
  expires_at timestamptz not null
);
create index on kernel.draft (expires_at);

-- How often something was tried in a window: limits hold across processes. Keys are hashed.
create table kernel.attempt (
  key_hash bytea not null,
  window_at timestamptz not null,
  count int not null,
  primary key (key_hash, window_at)
);
create index on kernel.attempt (window_at);

-- Work waiting to be handed to the job runner; written in the transaction that asks for it.
create table kernel.outbox (
  id uuid primary key default gen_random_uuid(),
  job text not null,
  payload_sealed bytea not null,
  run_at timestamptz not null
);
create index on kernel.outbox (run_at);

-- Long work: how far it is, for the page that shows it.
create table kernel.progress (
  id uuid primary key,
  done int not null default 0,
  total int not null default 0,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'finished', 'failed')),
  detail text,
  updated_at timestamptz not null default now()
);

-- Emails. The content is sealed, and goes once a mail server has taken it.
create table kernel.message (
  id uuid primary key,
  content_sealed bytea,
  status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'failed', 'kept')),
  reason text,
  created_at timestamptz not null default now(),
  sent_on date
);
create index on kernel.message (created_at desc);

-- Uploaded files: where they lie and until when. The bytes are sealed in the data folder.
create table kernel.file (
  id uuid primary key,
  bytes int not null,
  expires_at timestamptz not null
);

-- How often the application acted for itself, by reason and day.
create table kernel.bypass (
  reason text not null,
  day date not null,
  times int not null,
  primary key (reason, day)
);
