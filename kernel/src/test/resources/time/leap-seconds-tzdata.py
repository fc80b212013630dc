"""Writes leap-seconds-tzdata.csv from the leap second list of the IERS as the Debian package tzdata 2025b has it.

Each line: Unix seconds at which an offset starts to hold, TAI - UTC in seconds from then on.
"""
NTP_TO_UNIX_SECONDS = 2_208_988_800

with open("/usr/share/zoneinfo/leap-seconds.list") as source, open("leap-seconds-tzdata.csv", "w") as out:
    for line in source:
        if line.strip() and not line.startswith("#"):
            ntp, offset = line.split()[:2]
            print(int(ntp) - NTP_TO_UNIX_SECONDS, offset, sep=",", file=out)
