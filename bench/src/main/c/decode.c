/* Decodes a miniSEED file in memory with libmseed and hashes the samples: h = 31 h + sample.
 *
 * usage: decode FILE ROUNDS
 * One line a round: million samples a second of processor time, samples, hash.
 */
#include <libmseed.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double seconds(void)
{
  struct timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static char *load(const char *name, uint64_t *length)
{
  FILE *file = fopen(name, "rb");
  char *bytes;
  if (!file || fseek(file, 0, SEEK_END))
    return NULL;
  *length = (uint64_t)ftell(file);
  rewind(file);
  bytes = malloc(*length);
  if (bytes && fread(bytes, 1, *length, file) != *length)
    bytes = NULL;
  fclose(file);
  return bytes;
}

/* Returns the number of samples, or -1 where a record is not read. */
static int64_t decode(const char *bytes, uint64_t length, MS3Record **record, uint32_t *hash)
{
  int64_t samples = 0;
  uint64_t at = 0;
  uint32_t h = 0;
  while (at < length)
  {
    if (msr3_parse(bytes + at, length - at, record, MSF_UNPACKDATA, 0) != MS_NOERROR
        || (*record)->sampletype != 'i')
      return -1;
    const int32_t *sample = (*record)->datasamples;
    for (int64_t i = 0; i < (*record)->numsamples; i++)
      h = h * 31 + (uint32_t)sample[i];
    samples += (*record)->numsamples;
    at += (uint64_t)(*record)->reclen;
  }
  *hash = h;
  return samples;
}

int main(int argc, char **argv)
{
  uint64_t length = 0;
  char *bytes;
  MS3Record *record = NULL;
  if (argc != 3 || !(bytes = load(argv[1], &length)))
  {
    fprintf(stderr, "usage: decode FILE ROUNDS\n");
    return 2;
  }
  for (int round = 0; round < atoi(argv[2]); round++)
  {
    uint32_t hash = 0;
    double start = seconds();
    int64_t samples = decode(bytes, length, &record, &hash);
    if (samples < 0)
    {
      fprintf(stderr, "%s: a record was not read\n", argv[1]);
      return 3;
    }
    printf("%.1f %lld %08x\n", samples / (seconds() - start) / 1e6, (long long)samples, hash);
    fflush(stdout);
  }
  msr3_free(&record);
  free(bytes);
  return 0;
}
