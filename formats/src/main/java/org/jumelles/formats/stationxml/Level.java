package org.jumelles.formats.stationxml;

/// How deep a document goes; a channel without its response still tells its sensitivity.
public enum Level {
  NETWORK,
  STATION,
  CHANNEL,
  RESPONSE
}
