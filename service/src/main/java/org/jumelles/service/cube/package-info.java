/// Image cubes of the archive, looked at: one band as an image, one region as a spectrum.
///
/// In: a product whose files are a cube, a band, a region of lines and samples counted from zero.
/// Out: a band as PNG with its colour range told; a mean spectrum with sigma, its continuum (the
/// upper hull over wavelength in um) and its fitted bands, as JSON, PNG and PDF. What cannot be
/// known is null and has its reason. Documents: W3C PNG; [ClarkRoush1984] for the hull.
@NullMarked
package org.jumelles.service.cube;

import org.jspecify.annotations.NullMarked;
