create schema imports;

-- A list that a lead brings. The file, and later the table read from it, is sealed in the files folder, until
-- people are invited; what the pages need of it is sealed here, under the network's key, for 30 days.
create table imports.import (
  id uuid primary key,
  network_id uuid not null references networks.network,
  file_id uuid,
  content_sealed bytea,                  -- file name, columns with a few samples, what is in which, the note
  state text not null default 'reading'
    check (state in ('reading', 'mapping', 'checking', 'checked', 'running', 'finished', 'failed', 'cancelled')),
  total int not null default 0,          -- rows of the file below its headings
  counts jsonb not null default '{}',    -- how many rows came to what
  progress_id uuid,                      -- of the work under way
  tries int not null default 0,          -- how often that work was begun
  worked_at timestamptz not null,        -- when it last got anywhere
  started_by uuid not null,              -- membership of the lead
  started_on date not null
);
create index on imports.import (network_id, started_on desc);
create index on imports.import (worked_at) where state in ('reading', 'checking', 'running');

-- Every row of the list that is for the network, and what became of it. Empty rows, and rows for other
-- networks, are only counted. `tag` is the address's, under the network's key: by it someone's rows are found
-- when they ask what is held of them.
create table imports.line (
  import_id uuid not null references imports.import on delete cascade,
  network_id uuid not null,
  line int not null,
  tag bytea,
  content_sealed bytea,
  outcome text not null check (outcome in ('waiting', 'invited', 'already-member', 'already-invited', 'stopped',
    'no-name', 'no-email', 'bad-name', 'bad-email', 'bad-domain', 'repeat')),
  primary key (import_id, line)
);
create index on imports.line (import_id, outcome, line);
create index on imports.line (tag);
