/// XML that somebody else wrote, read with both hands on the rail, and written back.
///
/// In: bytes of an XML 1.0 document without a document type. Out: a cursor ([XmlReader]) that hands
/// over elements one by one as trees ([XmlElement]), a view that takes the known parts out of such
/// a tree and leaves the unknown ones ([XmlFields]), and a writer ([XmlWriter]). Bad bytes are a
/// [org.jumelles.kernel.outcome.MalformedDataException] with line, column and the element's path.
/// Document: Extensible Markup Language 1.0, Namespaces in XML 1.0, XML Schema part 2 (numbers,
/// times).
@NullMarked
package org.jumelles.formats.xml;

import org.jspecify.annotations.NullMarked;
