package org.jumelles.accord;

import org.jumelles.accord.agreement.When;

/// A stretch of time of which the record knows that it does not know.
///
/// @param subject the agreement chain or the programme
/// @param from the first day of it
/// @param to the last day of it, or not known
public record Gap(String subject, When.Day from, When to, String statement) {}
