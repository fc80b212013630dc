package org.jumelles.seis.figure;

/// What a figure shows, in words.
///
/// @param title such as `XB.ELYSE.02.BHV`
/// @param quantity such as `acceleration`
/// @param unit such as `m/s²`
/// @param provenance where the data come from, for the footnote
public record Subject(String title, String quantity, String unit, String provenance) {}
