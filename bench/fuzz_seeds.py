#!/usr/bin/env python3
"""Small valid files to begin fuzzing from: bench/fuzz_seeds.py FOLDER [DATA]

Makes FOLDER/TARGET/* with h5py, scipy and astropy where they are installed, and from DATA the first 16 kB of files whose
names tell the format. A format without a seed is fuzzed from nothing.
"""
import pathlib
import sys

KEPT_BYTES = {"bufr": 80_000}
NAMES = {
    "miniseed": ["*.mseed*", "*.ms", "*.miniseed"],
    "stationxml": ["*tation*.xml", "*inventory*.xml", "*dataless*.xml", "*.stationxml"],
    "quakeml": ["*uake*.xml", "*atalog*.xml"],
    "eps": ["*.nat"],
    "bufr": ["*.bufr"],
    "hitran": ["*.par"],
    "cross-section": ["*.xsc", "*.xsc*"],
    "tape7": ["*.tape7"],
    "profile": ["afgl*", "*.atm"],
    "envi": ["*.hdr"],
    "pds4": ["*.xml"],
    "pds3": ["*.lbl", "*.spc", "*.sl2", "*.sp"],
    "csv": ["*.csv"],
    "yaml": ["*.y*ml"],
    "facts": ["*.y*ml"],
    "recognition": ["*.mseed", "*.nat", "*.hdr", "*.xml", "*.csv"],
}
WORDS = {
    "adql": [
        "SELECT * FROM ivoa.epn_core",
        "SELECT TOP 5 granule_uid AS u, time_min FROM epn_core WHERE (time_min BETWEEN 1 AND 2.5e3 OR target_name LIKE 'Ma%') AND c1min IS NOT NULL ORDER BY time_min DESC",
        "SELECT COUNT(*) FROM tap_schema.columns WHERE NOT column_name IN ('a', 'b''c')",
    ],
    "fdsn": [
        "net=XB&sta=ELYSE&loc=02&cha=BH?&start=2019-05-23T00:00:00&end=2019-05-24",
        "format=text&minmagnitude=3&latitude=10&longitude=20&maxradius=30&orderby=time-asc&limit=10",
        "quality=B\nminimumlength=2\nXB ELYSE 02 BHU 2019-05-23T00:00:00 2019-05-24T00:00:00\n",
        "level=response&includeavailability=false&matchtimeseries=true&nodata=404",
    ],
    "stac": [
        "collections=iasi&bbox=-10,-10,10,10&datetime=2019-01-01T00:00:00Z/..&limit=10",
        '{"collections":["iasi"],"bbox":[-10,-10,10,10],"limit":5,"intersects":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}',
    ],
    "range": ["bytes=0-99", "bytes=-5", "bytes=5-"],
    "seedlink": [
        "HELLO\r\nSLPROTO 4.0\r\nSTATION XB_ELYSE\r\nSELECT 02_B_H_?\r\nDATA ALL\r\nEND\r\n",
        "STATION ELYSE XB\rSELECT 02BHU.D\rDATA 00001A 2019,05,23,00,00,00\rEND\r",
        "INFO STREAMS\r\nBATCH\r\nCAT\r\nUSERAGENT a/1\r\nBYE\r\n",
    ],
    "parameters": ["a=b&limit=10&q=%20x", "kind=so2&datetime=2019-01-01/2020-01-01&bbox=1,2,3,4&limit=5"],
}


def keep(folder, target, name, content):
    place = folder / target
    place.mkdir(parents=True, exist_ok=True)
    (place / name).write_bytes(content[: KEPT_BYTES.get(target, 16_384)])


def made(folder):
    for target, words in WORDS.items():
        for i, text in enumerate(words):
            keep(folder, target, f"seed-{i}", text.encode())
    try:
        import h5py
        import numpy

        for target in ("netcdf", "hdf5"):
            for name, chunks in (("plain", None), ("chunked", (2, 3))):
                (folder / target).mkdir(parents=True, exist_ok=True)
                with h5py.File(folder / target / f"seed-{name}", "w") as file:
                    one = file.create_dataset(
                        "x", data=numpy.arange(12.0).reshape(4, 3), chunks=chunks, compression="gzip" if chunks else None
                    )
                    one.attrs["units"] = "m"
                    file["v"] = numpy.arange(10, dtype="i4")
                    file.attrs["title"] = "seed"
    except ImportError:
        print("no h5py: netcdf and hdf5 begin from nothing", file=sys.stderr)
    try:
        import numpy
        import scipy.io

        (folder / "matlab").mkdir(parents=True, exist_ok=True)
        for packed in (False, True):
            path = folder / "matlab" / f"seed-{packed}"
            scipy.io.savemat(path, {"a": numpy.eye(3), "b": numpy.arange(5, dtype="i2")}, do_compression=packed, appendmat=False)
        (folder / "mtckd").mkdir(parents=True, exist_ok=True)
        with scipy.io.netcdf_file(folder / "mtckd" / "seed", "w") as file:
            file.createDimension("wavenumbers", 8)
            for name in ("wavenumbers", "self_absco_ref", "for_absco_ref", "self_texp"):
                file.createVariable(name, "f8", ("wavenumbers",))[:] = numpy.arange(8.0)
            for name in ("ref_press", "ref_temp"):
                file.createVariable(name, "f8", ())
    except ImportError:
        print("no scipy: matlab and mtckd begin from nothing", file=sys.stderr)
    try:
        import numpy
        from astropy.io import fits

        (folder / "fits").mkdir(parents=True, exist_ok=True)
        for kind in ("i2", "f4"):
            fits.writeto(folder / "fits" / f"seed-{kind}", numpy.arange(24, dtype=kind).reshape(2, 3, 4), overwrite=True)
    except ImportError:
        print("no astropy: fits begins from nothing", file=sys.stderr)


def found(folder, data):
    for target, names in NAMES.items():
        paths = sorted({path for name in names for path in data.rglob(name) if path.is_file()})
        for i, path in enumerate(paths[:40]):
            keep(folder, target, f"data-{i}", path.open("rb").read(100_000))


if __name__ == "__main__":
    root = pathlib.Path(sys.argv[1])
    made(root)
    if len(sys.argv) > 2:
        found(root, pathlib.Path(sys.argv[2]))
