"""Reads every spectrum of a file with CODA (EPS native) or ecCodes (BUFR) through their C libraries.

usage: spectra_peers.py coda|eccodes FILE ROUNDS
Prints a line a round: spectra a second of processor time, spectra, sum of the integers.
"""
import ctypes
import ctypes.util
import sys
import time

PIXELS = 120
STORED = 8700


def library(name):
    found = ctypes.util.find_library(name)
    if found is None:
        sys.exit(f"lib{name} is not installed")
    return ctypes.CDLL(found)


def check(code, what):
    if code != 0:
        sys.exit(f"{what} failed with code {code}")


def coda(path):
    lib = library("coda")
    check(lib.coda_init(), "coda_init (is CODA_DEFINITION set?)")
    product = ctypes.c_void_p()
    check(lib.coda_open(path.encode(), ctypes.byref(product)), "coda_open")
    cursor = ctypes.create_string_buffer(1 << 16)
    check(lib.coda_cursor_set_product(cursor, product), "coda_cursor_set_product")
    check(lib.coda_cursor_goto(cursor, b"/MDR"), "coda_cursor_goto")
    lines = ctypes.c_long()
    check(lib.coda_cursor_get_num_elements(cursor, ctypes.byref(lines)), "number of lines")
    counts = (ctypes.c_int16 * (PIXELS * STORED))()

    def once(add):
        total = 0
        for line in range(lines.value):
            check(lib.coda_cursor_goto(cursor, b"/MDR[%d]/MDR/GS1cSpect" % line), "goto")
            check(lib.coda_cursor_read_int16_array(cursor, counts, 0), "read")
            total += sum(counts) if add else 0
        return lines.value * PIXELS, total

    return once


def eccodes(path):
    lib = library("eccodes")
    libc = ctypes.CDLL(None)
    libc.fopen.restype = ctypes.c_void_p
    lib.codes_bufr_handle_new_from_file.restype = ctypes.c_void_p
    key = b"scaledIasiRadiance"

    def once(add):
        file = ctypes.c_void_p(libc.fopen(path.encode(), b"rb"))
        error = ctypes.c_int()
        spectra = total = 0
        while True:
            handle = lib.codes_bufr_handle_new_from_file(None, file, ctypes.byref(error))
            if not handle:
                break
            handle = ctypes.c_void_p(handle)
            check(lib.codes_set_long(handle, b"unpack", ctypes.c_long(1)), "unpack")
            subsets = ctypes.c_long()
            check(lib.codes_get_long(handle, b"numberOfSubsets", ctypes.byref(subsets)), "subsets")
            size = ctypes.c_size_t()
            check(lib.codes_get_size(handle, key, ctypes.byref(size)), "size")
            values = (ctypes.c_double * size.value)()
            check(lib.codes_get_double_array(handle, key, values, ctypes.byref(size)), "radiances")
            spectra += subsets.value
            total += int(sum(values)) if add else 0
            lib.codes_handle_delete(handle)
        libc.fclose(file)
        return spectra, total

    return once


def main():
    kind, path, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    once = {"coda": coda, "eccodes": eccodes}[kind](path)
    total = once(True)[1]
    for _ in range(rounds):
        before = time.process_time()
        spectra, _ = once(False)
        print(f"{spectra / (time.process_time() - before):.0f} {spectra} {total}")


main()
