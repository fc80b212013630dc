/// Keeps the ledger of samples in the archive, and reads what people write for it.
///
/// In: CSV (RFC 4180) and YAML files of entries as `docs/samples.md` lists them, and the archive's
/// ledger, where each is an entry of kind `sample/...`. Out: rows for
/// [org.jumelles.ryugu.sample.SampleLedger], and new entries in the archive; nothing is ever
/// changed there. A file is read whole: at most 64 MB.
@NullMarked
package org.jumelles.pipeline.sample;

import org.jspecify.annotations.NullMarked;
