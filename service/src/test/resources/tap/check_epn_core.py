"""Reads a VOTable of epn_core with astropy and checks every column by another hand: the unit by
VOUnits, the UCD by astropy's own grammar and list of words. That list is older than UCD1+ 1.6; the
words of the later one that epn_core needs are added here, and told when they are used.

usage: check_epn_core.py TABLE.xml
"""

import sys

import numpy as np
from astropy import units
from astropy.io.votable import parse, ucd

LATER = [
    "pos.bodyrc.lon",  # was pos.bodyrc.long
    "pos.incidenceAng",
    "pos.emergenceAng",
    "pos.resolution",
    "pos.outline",
    "meta.calibLevel",
    "meta.checksum",
]

words = ucd.UCDWords()
for word in LATER:
    words._primary.add(word.lower())
    words._secondary.add(word.lower())
    words._capitalization[word.lower()] = word
ucd._ucd_singleton = words

# "exception": a word that is none, or does not stand where it may, ends it here.
table = parse(sys.argv[1], verify="exception").get_first_table()
faults = []
used = set()
for column in table.fields:
    if not column.ucd or not column.description:
        faults.append("%s: no UCD or no description" % column.name)
        continue
    ucd.parse_ucd(column.ucd, check_controlled_vocabulary=True)
    used |= {word for word in column.ucd.split(";") if word in LATER}
    if column.unit is not None:
        units.Unit(column.unit.to_string("vounit"), format="vounit", parse_strict="raise")
rows = table.to_table()
for name in rows.colnames:
    if name.endswith("min") and name[:-3] + "max" in rows.colnames:
        low, high = np.ma.asarray(rows[name]), np.ma.asarray(rows[name[:-3] + "max"])
        if np.any((low > high).filled(False)):
            faults.append("%s: above its maximum" % name)
print("%d columns, %d rows" % (len(table.fields), len(rows)))
print("by the later list: " + " ".join(sorted(used)))
print("\n".join(faults))
sys.exit(1 if faults else 0)
