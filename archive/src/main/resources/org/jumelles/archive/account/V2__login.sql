-- By which name an OpenID Connect issuer knows who has an account. A subject is unique within its issuer and never given again.
CREATE TABLE account_login (
  issuer  VARCHAR(255) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  account VARCHAR(64) NOT NULL REFERENCES account (name),
  PRIMARY KEY (issuer, subject)
);
