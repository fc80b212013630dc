package org.jumelles.accord.agreement;

/// A body that may be party to an agreement or bear a role.
///
/// @param ror its identifier in the Research Organization Registry, such as `04h1h0y33`, or empty
///     where this record does not have it
public record Organisation(String name, String ror) {}
