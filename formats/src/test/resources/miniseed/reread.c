/* Reads a miniSEED 2 file with libmseed 2 and prints "SAMPLES HASH": the count, and FNV-1a of the
   samples as little-endian bytes, with the offset basis that the decode tables use. */
#include <inttypes.h>
#include <libmseed.h>
#include <stdio.h>

int main(int argc, char **argv) {
  MSRecord *record = NULL;
  int64_t samples = 0;
  uint64_t hash = 1469598103934665603ULL;
  int code;
  if (argc != 2) return 2;
  while ((code = ms_readmsr(&record, argv[1], -1, NULL, NULL, 1, 1, 0)) == MS_NOERROR) {
    int size = ms_samplesize(record->sampletype);
    const unsigned char *bytes = record->datasamples;
    for (int64_t i = 0; i < record->numsamples * size; i++) {
      hash = (hash ^ bytes[i]) * 1099511628211ULL;
    }
    samples += record->numsamples;
  }
  if (code != MS_ENDOFFILE) {
    fprintf(stderr, "%s\n", ms_errorstr(code));
    return 1;
  }
  printf("%" PRId64 " %016" PRIx64 "\n", samples, hash);
  return 0;
}
