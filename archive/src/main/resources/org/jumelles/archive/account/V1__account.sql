-- Who may come in, and who came. Nothing here can be made anew from the store: it is backed up, never rebuilt. Instants are
-- nanoseconds of TAI since 1970. One text for SQLite and PostgreSQL: ${number} is the key that the database counts up.

CREATE TABLE account (
  name        VARCHAR(64) PRIMARY KEY,
  orcid       VARCHAR(19) UNIQUE,
  created_tai BIGINT NOT NULL,
  revoked_tai BIGINT                  -- from then on nobody comes in by this name
);

CREATE TABLE account_token (
  number      ${number},
  account     VARCHAR(64) NOT NULL REFERENCES account (name),
  label       VARCHAR(64) NOT NULL,
  sha256      VARCHAR(64) NOT NULL UNIQUE,  -- of the token; the token itself is kept nowhere
  created_tai BIGINT NOT NULL,
  expires_tai BIGINT NOT NULL,
  revoked_tai BIGINT
);
CREATE INDEX account_token_account ON account_token (account);

-- HTTP digest needs the hash of NAME:FDSN:PASSWORD itself, one an algorithm.
CREATE TABLE account_password (
  account   VARCHAR(64) NOT NULL REFERENCES account (name),
  algorithm VARCHAR(16) NOT NULL,
  ha1       VARCHAR(64) NOT NULL,
  PRIMARY KEY (account, algorithm)
);

-- Restricted channels that an account may read, as NET.STA.LOC.CHA with * and ?.
CREATE TABLE account_grant (
  account VARCHAR(64) NOT NULL REFERENCES account (name),
  pattern VARCHAR(64) NOT NULL,
  PRIMARY KEY (account, pattern)
);

CREATE TABLE account_audit (
  number   ${number},
  time_tai BIGINT NOT NULL,
  who      VARCHAR(64) NOT NULL,      -- empty: nobody in particular
  address  VARCHAR(64) NOT NULL,
  action   VARCHAR(16) NOT NULL,
  target   TEXT NOT NULL,
  answer   INTEGER NOT NULL           -- HTTP status; 0 for a command
);
CREATE INDEX account_audit_time ON account_audit (time_tai);

CREATE TABLE account_download (
  product   VARCHAR(64) NOT NULL,
  day       VARCHAR(10) NOT NULL,     -- UTC
  downloads BIGINT NOT NULL,
  PRIMARY KEY (product, day)
);
