/// Who may use what, from when on.
///
/// In: the policy of a programme, when an observation ended, who asks and at which instant. Out: an
/// [Access], computed each time and never stored: one second before an embargo ends the answer is
/// no, one second after it is yes. Times are UTC.
@NullMarked
package org.jumelles.accord.policy;

import org.jspecify.annotations.NullMarked;
