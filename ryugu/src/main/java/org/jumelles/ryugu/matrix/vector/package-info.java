/// The inner loops of dense kernels in the processor's vectors, the only room that asks for an
/// incubating module of the JDK, `jdk.incubator.vector`.
///
/// In: rows of numbers one after another in a `double[]`. Out: sums of products added to the
/// caller's rows, each a chain of fused multiply-adds in the order of the rows: the bits of
/// [org.jumelles.ryugu.matrix], whose plain loops run where the module is absent.
@NullMarked
package org.jumelles.ryugu.matrix.vector;

import org.jspecify.annotations.NullMarked;
