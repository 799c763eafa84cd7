create schema joining;

-- Where joiners saw the network: counts a day, never people.
create table joining.source (
  network_id uuid not null references networks.network,
  code text not null,
  day date not null,
  started int not null default 0,
  joined int not null default 0,
  primary key (network_id, code, day)
);
