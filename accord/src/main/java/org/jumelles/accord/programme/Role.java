package org.jumelles.accord.programme;

/// The part that an organisation has in a programme.
public enum Role {
  PROJECT_OVERSIGHT,
  PRIME_CONTRACTOR,
  INSTRUMENT_SUPPLIER,
  PI_INSTITUTE,
  CO_I_INSTITUTE,
  SCIENCE_OPERATIONS,
  SCIENTIFIC_SUPPORT,
  DATA_CENTRE,
  FUNDER,
  INTERNATIONAL_PARTNER
}
