/*
 * Lets the n-th call of a program to the file system fail, or kills the program there.
 *
 * Loaded before libfiu's own library, which stands between the program and the C library; the calls that
 * it does not know are taken here. FAULT_AT says which call (0: none), FAULT_WITH what happens: EIO, ENOSPC
 * or KILL. FAULT_COUNT names a file that is told how many calls there were.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <fiu-control.h>
#include <fiu.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_long calls;
static long at;
static int error_number;

/* Counts a call; whether it is the one that fails. */
static int strikes(void) {
  long number = atomic_fetch_add(&calls, 1) + 1;
  if (number != at) return 0;
  if (error_number == 0) syscall(SYS_kill, syscall(SYS_getpid), SIGKILL);
  return 1;
}

static int point(const char *name, int *failnum, void **failinfo, unsigned int *flags) {
  (void)name;
  (void)flags;
  if (!strikes()) return 0;
  *failnum = 1;
  *failinfo = (void *)(long)error_number;
  return 1;
}

/*
 * What the program writes with. Reading is not among them: a file that cannot be read is another fault. Nor
 * is fwrite: it fills a buffer, and what the disk refuses is lost in blocks that begin anywhere; that a
 * workbook with a lost block is found is tested by itself.
 */
static const char *const points[] = {
    "posix/io/oc/open",     "posix/io/rw/write",     "posix/io/rw/pwrite",  "posix/io/rw/writev",
    "posix/io/rw/pwritev",  "posix/io/rw/ftruncate", "posix/io/rw/truncate", "posix/io/sync/fsync",
    "posix/io/sync/fdatasync", "posix/io/dir/rename", "posix/io/dir/unlink", "posix/stdio/oc/fopen",
    "posix/stdio/oc/fdopen", "posix/stdio/fflush",  "posix/stdio/oc/fclose", "posix/stdio/remove"};

__attribute__((constructor)) static void begin(void) {
  const char *number = getenv("FAULT_AT");
  const char *with = getenv("FAULT_WITH");
  at = number ? atol(number) : 0;
  error_number = with && !strcmp(with, "EIO") ? EIO : with && !strcmp(with, "ENOSPC") ? ENOSPC : 0;
  fiu_init(0);
  for (size_t index = 0; index < sizeof points / sizeof *points; index++)
    fiu_enable_external(points[index], 1, 0, 0, point);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_COUNT");
  if (!path) return;
  char text[32];
  int length = snprintf(text, sizeof text, "%ld\n", atomic_load(&calls));
  long file = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
  if (file < 0) return;
  syscall(SYS_write, file, text, length);
  syscall(SYS_close, file);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define FAIL_OR(call) return strikes() ? (errno = error_number, -1) : (call)

int mkdir(const char *path, mode_t mode) { FAIL_OR(REAL(mkdir)(path, mode)); }
int rmdir(const char *path) { FAIL_OR(REAL(rmdir)(path)); }
int symlink(const char *to, const char *path) { FAIL_OR(REAL(symlink)(to, path)); }
int unlinkat(int folder, const char *path, int flags) {
  FAIL_OR(REAL(unlinkat)(folder, path, flags));
}
int renameat(int from, const char *old, int to, const char *name) {
  FAIL_OR(REAL(renameat)(from, old, to, name));
}
int fchmod(int file, mode_t mode) { FAIL_OR(REAL(fchmod)(file, mode)); }
int openat(int folder, const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  FAIL_OR(REAL(openat)(folder, path, flags, mode));
}
