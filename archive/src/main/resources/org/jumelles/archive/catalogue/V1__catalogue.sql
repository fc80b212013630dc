-- The catalogue: what the store holds, made to be found. All of it but `known_file` can be made anew from the store and
-- the ledger. Instants are nanoseconds of TAI since 1970. One text for SQLite and PostgreSQL: ${number} is the key that the
-- database counts up, ${bytewise} the collation that sorts by bytes.

CREATE TABLE product (
  number         ${number},
  identity       VARCHAR(64) ${bytewise} NOT NULL UNIQUE,
  family         VARCHAR(64) ${bytewise} NOT NULL,  -- all versions of one product
  latest         SMALLINT NOT NULL,                 -- 1: no newer version supersedes it
  recipe         TEXT NOT NULL,
  recipe_version TEXT NOT NULL,
  title          TEXT NOT NULL,
  parameters     TEXT NOT NULL,                     -- JSON
  attributes     TEXT NOT NULL,                     -- JSON
  lineage        TEXT NOT NULL,                     -- JSON
  stored_tai     BIGINT NOT NULL
);
CREATE INDEX product_family ON product (family);
CREATE INDEX product_recipe ON product (recipe, latest);

CREATE TABLE product_input (
  product  BIGINT NOT NULL REFERENCES product (number),
  position INTEGER NOT NULL,
  identity VARCHAR(64) ${bytewise} NOT NULL,
  PRIMARY KEY (product, position)
);
CREATE INDEX product_input_identity ON product_input (identity);

CREATE TABLE payload (
  product    BIGINT NOT NULL REFERENCES product (number),
  position   INTEGER NOT NULL,
  name       TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes BIGINT NOT NULL,
  sha256     VARCHAR(64) NOT NULL,
  PRIMARY KEY (product, position)
);

CREATE TABLE entry (
  product     BIGINT NOT NULL REFERENCES product (number),
  position    INTEGER NOT NULL,
  kind        TEXT ${bytewise} NOT NULL,
  entry_key   TEXT ${bytewise} NOT NULL,
  start_tai   BIGINT NOT NULL,
  end_tai     BIGINT NOT NULL,
  payload     TEXT NOT NULL,
  byte_offset BIGINT NOT NULL,
  byte_length BIGINT NOT NULL,
  attributes  TEXT NOT NULL,                        -- JSON
  PRIMARY KEY (product, position)
);
CREATE INDEX entry_found ON entry (kind, entry_key, start_tai, end_tai);

-- The keys that there are, and the longest span under each: a search for an overlap need not look further back.
CREATE TABLE known_key (
  kind          TEXT ${bytewise} NOT NULL,
  entry_key     TEXT ${bytewise} NOT NULL,
  longest_nanos BIGINT NOT NULL,
  PRIMARY KEY (kind, entry_key)
);

CREATE TABLE known_file (
  path           TEXT PRIMARY KEY,
  size_bytes     BIGINT NOT NULL,
  modified_nanos BIGINT NOT NULL,                   -- Unix time
  identity       VARCHAR(64) NOT NULL
);

CREATE TABLE ledger_entry (
  sequence  BIGINT PRIMARY KEY,
  previous  VARCHAR(64) NOT NULL,
  time_tai  BIGINT NOT NULL,
  author    TEXT NOT NULL,
  kind      TEXT NOT NULL,
  body      TEXT NOT NULL,                          -- JSON
  hash      VARCHAR(64) NOT NULL,
  end_byte  BIGINT NOT NULL                         -- where its line ends in the ledger's file
);
CREATE INDEX ledger_entry_kind ON ledger_entry (kind, sequence);
