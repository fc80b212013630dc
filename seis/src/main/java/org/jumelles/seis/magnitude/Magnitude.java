package org.jumelles.seis.magnitude;

/// A magnitude and its standard deviation, both in units of magnitude.
public record Magnitude(double value, double sigma) {}
