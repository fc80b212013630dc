/// The same recipes on the nodes of an Apache Spark 4 cluster. In: identities of work that is
/// planned and not yet made. Out: products in
/// the archive that all nodes see, and what became of each piece. A node finds the work by its
/// identity in the archive itself, so
/// nothing but identities and outcomes goes over the wire. Built by `-Pcluster` alone, and never in
/// the default class path.
@NullMarked
package org.jumelles.cluster;

import org.jspecify.annotations.NullMarked;
