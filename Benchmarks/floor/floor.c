/* The floor under any reader of gzipped CSV: zlib and libcsv, and nothing that a product must do.
 *
 *   floor MODE THREADS FILE...
 *
 *   inflate   inflate, and count bytes
 *   count     inflate and split with libcsv, and count rows and fields
 *   arena     inflate and split with libcsv, and copy each field into an arena with its offset
 *
 * With one thread both happen in turn, with two the second splits what the first inflated, over a
 * ring of blocks. Prints one line with tabs between the cells:
 *
 *   mode threads files rows fields bytes seconds cpu_seconds peak_rss_kib
 *
 * Rows include the header of each file. Exit code 1 when a file cannot be read whole.
 */
#include <csv.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <zlib.h>

enum { BLOCK = 256 * 1024, RING = 8 };
enum mode { INFLATE, COUNT, ARENA };

struct arena {
  char *bytes;
  size_t count, room;
  uint64_t *offsets;
  size_t fields, field_room;
};

struct totals {
  uint64_t rows, fields, bytes;
};

struct job {
  enum mode mode;
  int threads;
  const char *path;
  struct totals *totals;
  struct csv_parser parser;
  int parser_started;
  struct arena arena;
};

static void fail(const char *what, const char *path) {
  fprintf(stderr, "floor: %s: %s\n", path, what);
  exit(1);
}

static void *grown(void *memory, size_t size) {
  void *moved = realloc(memory, size);
  if (!moved) fail("not enough memory", "arena");
  return moved;
}

static void on_field_counted(void *field, size_t length, void *context) {
  (void)field, (void)length;
  ((struct job *)context)->totals->fields++;
}

static void on_field_copied(void *field, size_t length, void *context) {
  struct job *job = context;
  struct arena *arena = &job->arena;
  job->totals->fields++;
  if (arena->count + length > arena->room) {
    while (arena->count + length > arena->room) arena->room = arena->room ? arena->room * 2 : BLOCK;
    arena->bytes = grown(arena->bytes, arena->room);
  }
  if (arena->fields == arena->field_room) {
    arena->field_room = arena->field_room ? arena->field_room * 2 : BLOCK;
    arena->offsets = grown(arena->offsets, arena->field_room * sizeof *arena->offsets);
  }
  memcpy(arena->bytes + arena->count, field, length);
  arena->offsets[arena->fields++] = arena->count;
  arena->count += length;
}

static void on_row(int end, void *context) {
  (void)end;
  ((struct job *)context)->totals->rows++;
}

/* The delimiter that the first line holds most of. */
static unsigned char delimiter_of(const char *bytes, size_t count) {
  static const char candidates[] = ";,|\t";
  size_t most = 0;
  unsigned char best = ';';
  for (const char *candidate = candidates; *candidate; candidate++) {
    size_t found = 0;
    for (size_t at = 0; at < count && bytes[at] != '\n'; at++) found += bytes[at] == *candidate;
    if (found > most) most = found, best = (unsigned char)*candidate;
  }
  return best;
}

static void start_parser(struct job *job, const char *bytes, size_t count) {
  if (csv_init(&job->parser, CSV_STRICT | CSV_STRICT_FINI)) fail("libcsv does not start", job->path);
  csv_set_delim(&job->parser, delimiter_of(bytes, count));
  job->parser_started = 1;
}

static void take(struct job *job, const char *bytes, size_t count) {
  job->totals->bytes += count;
  if (job->mode == INFLATE) return;
  if (!job->parser_started) start_parser(job, bytes, count);
  void (*on_field)(void *, size_t, void *) = job->mode == COUNT ? on_field_counted : on_field_copied;
  if (csv_parse(&job->parser, bytes, count, on_field, on_row, job) != count)
    fail("not valid CSV", job->path);
}

static void end(struct job *job) {
  if (!job->parser_started) return;
  void (*on_field)(void *, size_t, void *) = job->mode == COUNT ? on_field_counted : on_field_copied;
  if (csv_fini(&job->parser, on_field, on_row, job)) fail("a quote is not closed", job->path);
  csv_free(&job->parser);
  job->parser_started = 0;
  job->arena.count = 0;
  job->arena.fields = 0;
}

/* Inflating, block by block. */
struct source {
  FILE *file;
  const char *path;
  z_stream stream;
  unsigned char input[BLOCK];
};

static void source_open(struct source *source, const char *path) {
  memset(&source->stream, 0, sizeof source->stream);
  source->path = path;
  source->file = fopen(path, "rb");
  if (!source->file) fail("cannot be opened", path);
  if (inflateInit2(&source->stream, 31) != Z_OK) fail("zlib does not start", path);
}

/* Fills a block as far as the file goes; 0 at its end. */
static size_t source_read(struct source *source, char *block) {
  z_stream *stream = &source->stream;
  stream->next_out = (unsigned char *)block;
  stream->avail_out = BLOCK;
  while (stream->avail_out > 0) {
    if (stream->avail_in == 0) {
      stream->avail_in = (unsigned)fread(source->input, 1, BLOCK, source->file);
      stream->next_in = source->input;
      if (stream->avail_in == 0) break;
    }
    int status = inflate(stream, Z_NO_FLUSH);
    if (status == Z_STREAM_END) {
      if (inflateReset(stream) != Z_OK) fail("zlib does not start again", source->path);
    } else if (status != Z_OK && status != Z_BUF_ERROR) {
      fail("not whole gzip", source->path);
    }
  }
  return BLOCK - stream->avail_out;
}

static void source_close(struct source *source) {
  if (source->stream.total_out != 0) fail("ends in the middle", source->path);
  inflateEnd(&source->stream);
  fclose(source->file);
}

/* The ring between two threads. */
struct ring {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  char *blocks[RING];
  size_t counts[RING];
  unsigned filled, emptied;
  const char *path;
};

static void *fill(void *context) {
  struct ring *ring = context;
  struct source *source = malloc(sizeof *source);
  if (!source) fail("not enough memory", ring->path);
  source_open(source, ring->path);
  size_t count;
  do {
    pthread_mutex_lock(&ring->lock);
    while (ring->filled - ring->emptied == RING) pthread_cond_wait(&ring->changed, &ring->lock);
    unsigned slot = ring->filled % RING;
    pthread_mutex_unlock(&ring->lock);
    count = source_read(source, ring->blocks[slot]);
    pthread_mutex_lock(&ring->lock);
    ring->counts[slot] = count;
    ring->filled++;
    pthread_cond_signal(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
  } while (count > 0);
  source_close(source);
  free(source);
  return NULL;
}

static void run_two(struct job *job, struct ring *ring) {
  pthread_t thread;
  ring->filled = ring->emptied = 0;
  ring->path = job->path;
  if (pthread_create(&thread, NULL, fill, ring)) fail("no thread", job->path);
  for (;;) {
    pthread_mutex_lock(&ring->lock);
    while (ring->filled == ring->emptied) pthread_cond_wait(&ring->changed, &ring->lock);
    unsigned slot = ring->emptied % RING;
    size_t count = ring->counts[slot];
    pthread_mutex_unlock(&ring->lock);
    if (count > 0) take(job, ring->blocks[slot], count);
    pthread_mutex_lock(&ring->lock);
    ring->emptied++;
    pthread_cond_signal(&ring->changed);
    pthread_mutex_unlock(&ring->lock);
    if (count == 0) break;
  }
  pthread_join(thread, NULL);
  end(job);
}

static void run_one(struct job *job, char *block) {
  struct source *source = malloc(sizeof *source);
  if (!source) fail("not enough memory", job->path);
  source_open(source, job->path);
  for (size_t count; (count = source_read(source, block)) > 0;) take(job, block, count);
  source_close(source);
  free(source);
  end(job);
}

static double seconds(clockid_t clock) {
  struct timespec time;
  clock_gettime(clock, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  static const char *names[] = {"inflate", "count", "arena"};
  int mode = 0;
  while (count > 1 && mode < 3 && strcmp(words[1], names[mode])) mode++;
  int threads = count > 2 ? atoi(words[2]) : 0;
  if (count < 4 || mode == 3 || threads < 1 || threads > 2) {
    fprintf(stderr, "usage: floor inflate|count|arena 1|2 FILE...\n");
    return 64;
  }
  struct totals totals = {0, 0, 0};
  struct job job = {.mode = (enum mode)mode, .threads = threads, .totals = &totals};
  struct ring ring = {.lock = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
  for (int slot = 0; slot < RING; slot++)
    if (!(ring.blocks[slot] = malloc(BLOCK))) fail("not enough memory", "ring");
  double started = seconds(CLOCK_MONOTONIC);
  for (int at = 3; at < count; at++) {
    job.path = words[at];
    if (threads == 2) run_two(&job, &ring);
    else run_one(&job, ring.blocks[0]);
  }
  double wall = seconds(CLOCK_MONOTONIC) - started;
  struct rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  printf("%s\t%d\t%d\t%llu\t%llu\t%llu\t%.3f\t%.3f\t%ld\n", names[mode], threads, count - 3,
         (unsigned long long)totals.rows, (unsigned long long)totals.fields,
         (unsigned long long)totals.bytes, wall, seconds(CLOCK_PROCESS_CPUTIME_ID),
         usage.ru_maxrss);
  return 0;
}
