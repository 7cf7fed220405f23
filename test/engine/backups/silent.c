/*
 * Has every question about the folder SILENT_FOLDER go unanswered (LD_PRELOAD), as of a share whose network is gone: whoever
 * asks waits for ever.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void ask(const char *path) {
  const char *folder = getenv("SILENT_FOLDER");
  if (!folder || !path || strncmp(path, folder, strlen(folder)) != 0) return;
  for (;;) pause();
}

#define REAL(name)                                     \
  static __typeof__(&name) real;                       \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                     \
  int name(const char *path, int flags, ...) {         \
    REAL(name);                                        \
    va_list more;                                      \
    va_start(more, flags);                             \
    mode_t mode = va_arg(more, int);                   \
    va_end(more);                                      \
    ask(path);                                         \
    return real(path, flags, mode);                    \
  }
OPEN(open)
OPEN(open64)

#define SCAN(name, entry)                                                                          \
  int name(const char *path, struct entry ***list, int (*choose)(const struct entry *),            \
           int (*compare)(const struct entry **, const struct entry **)) {                         \
    REAL(name);                                                                                    \
    ask(path);                                                                                     \
    return real(path, list, choose, compare);                                                      \
  }
SCAN(scandir, dirent)
SCAN(scandir64, dirent64)

int statx(int at, const char *restrict path, int flags, unsigned int mask, struct statx *restrict found) {
  REAL(statx);
  ask(path);
  return real(at, path, flags, mask, found);
}

int access(const char *path, int mode) {
  REAL(access);
  ask(path);
  return real(path, mode);
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  ask(path);
  return real(path, mode);
}
