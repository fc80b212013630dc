package org.jumelles.accord.programme;

/// Something that is done together.
///
/// @param mission the mission that carries it
public record Programme(String name, String mission, String source) {}
