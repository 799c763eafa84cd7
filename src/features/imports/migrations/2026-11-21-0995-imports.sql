create schema imports;

-- A list that a lead brings: the file is sealed in the files folder, the mapping and names sealed here.
create table imports.import (
  id uuid primary key,
  network_id uuid not null references networks.network,
  file_id uuid,
  content_sealed bytea not null,         -- file name, columns, mapping, a few sample rows; under the network's key
  state text not null default 'mapping' check (state in ('mapping', 'checked', 'running', 'finished', 'failed', 'cancelled')),
  total int not null default 0,
  started_by uuid not null,              -- membership of the lead
  started_on date not null
);
create index on imports.import (network_id, started_on desc);

-- Every line of the file and what became of it.
create table imports.line (
  import_id uuid not null references imports.import on delete cascade,
  network_id uuid not null,
  line int not null,
  content_sealed bytea,
  outcome text not null check (outcome in ('waiting', 'invited', 'already-member', 'already-invited', 'said-no', 'problem', 'duplicate', 'blank')),
  primary key (import_id, line)
);
create index on imports.line (import_id, outcome, line);
