/// Image cubes and the sample ledger from the command line. Wavelengths are micrometres unless the
/// cube says otherwise; masses are milligrams with their sigma.
@NullMarked
package org.jumelles.cli.ryugu;

import org.jspecify.annotations.NullMarked;
