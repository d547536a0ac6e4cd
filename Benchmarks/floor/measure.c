/* Runs a command and prints what it took, on one line with tabs between the cells:
 *
 *   seconds cpu_seconds peak_rss_kib exit_code
 *
 * The line goes to the file named first; the command keeps its own output.
 *
 *   measure RESULT COMMAND [WORD]...
 */
#define _DEFAULT_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) {
  return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int count, char **words) {
  if (count < 3) {
    fprintf(stderr, "usage: measure RESULT COMMAND [WORD]...\n");
    return 64;
  }
  struct timespec before, after;
  clock_gettime(CLOCK_MONOTONIC, &before);
  pid_t child = fork();
  if (child < 0) {
    fprintf(stderr, "measure: no process: %s\n", strerror(errno));
    return 71;
  }
  if (child == 0) {
    execvp(words[2], words + 2);
    fprintf(stderr, "measure: %s: %s\n", words[2], strerror(errno));
    _exit(127);
  }
  int status;
  struct rusage usage;
  while (wait4(child, &status, 0, &usage) < 0) {
    if (errno != EINTR) return 71;
  }
  clock_gettime(CLOCK_MONOTONIC, &after);
  int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  FILE *result = fopen(words[1], "w");
  if (!result) {
    fprintf(stderr, "measure: %s: %s\n", words[1], strerror(errno));
    return 73;
  }
  double wall = (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
  fprintf(result, "%.3f\t%.3f\t%ld\t%d\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime),
          usage.ru_maxrss, code);
  return fclose(result) == 0 ? code : 74;
}
