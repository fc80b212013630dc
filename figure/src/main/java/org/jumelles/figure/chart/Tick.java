package org.jumelles.figure.chart;

/// A labelled place on an axis; an empty label makes a small tick without a grid line.
public record Tick(double at, String label) {}
