/// Coefficients of the water vapour continuum MT_CKD.
///
/// In: the bytes of `absco-ref_wv-mt-ckd.nc` (NetCDF, classic or 4). Out: [WaterContinuum], the
/// coefficients at 296 K and the reference pressure in cm2/molecule cm, to be multiplied by
/// density, temperature law and radiation term. Document: [Mlawer2012] and the file's own
/// attributes, versions 4.1 to 4.3.
@NullMarked
package org.jumelles.formats.mtckd;

import org.jspecify.annotations.NullMarked;
