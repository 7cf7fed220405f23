/*
 * Stands between a process and its disk (LD_PRELOAD): notes each write, cut, flush and removal of a file in the folder
 * DISK_FOLDER to the file DISK_LOG, and lets one of them fail when it is told to. What is written to a file called
 * "acknowledged" is noted as told to a person; a number that is written to a file called "countdown" makes the call
 * after so many fail once, with "no space left" for a write and "input/output error" for a flush.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char *folder;
static int log_file = -1;
static int is_ready = 0;
static long countdown = -1;
static long seen = 0;

static void prepare(void) {
  if (is_ready) return;
  is_ready = 1;
  folder = getenv("DISK_FOLDER");
  const char *name = getenv("DISK_LOG");
  if (folder && name) {
    log_file = syscall(SYS_openat, AT_FDCWD, name, O_CREAT | O_WRONLY | O_APPEND, 0600);
  }
}

static int is_in_folder(const char *path) {
  return folder && strncmp(path, folder, strlen(folder)) == 0;
}

/* The path of an open file in the folder; 0 for any other. */
static int path_of(int file, char *path, size_t size) {
  char link[64];
  prepare();
  if (!folder) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, size - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return is_in_folder(path) && !strstr(path, "-shm");
}

static void note(char kind, const char *path, int64_t offset, const void *data, uint32_t size) {
  if (log_file < 0) return;
  pthread_mutex_lock(&lock);
  uint16_t length = strlen(path);
  char head[15];
  memcpy(head, &kind, 1);
  memcpy(head + 1, &length, 2);
  memcpy(head + 3, &offset, 8);
  memcpy(head + 11, &size, 4);
  syscall(SYS_write, log_file, head, sizeof head);
  syscall(SYS_write, log_file, path, length);
  if (data && size) syscall(SYS_write, log_file, data, size);
  pthread_mutex_unlock(&lock);
}

/* Counts a call down; 1 if it is the one that fails. */
static int fails(int with) {
  seen++;
  if (countdown < 0 || countdown-- > 0) return 0;
  errno = with;
  return 1;
}

#define REAL(name)                                     \
  static __typeof__(&name) real;                       \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define PWRITE(name, offset_type)                                           \
  ssize_t name(int file, const void *data, size_t size, offset_type at) {   \
    REAL(name);                                                             \
    char path[512];                                                         \
    int ours = path_of(file, path, sizeof path);                            \
    if (ours && fails(ENOSPC)) return -1;                                   \
    ssize_t done = real(file, data, size, at);                              \
    if (ours && done > 0) note('W', path, at, data, done);                  \
    return done;                                                            \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t size) {
  REAL(write);
  char path[512];
  if (file < 3 || !path_of(file, path, sizeof path)) return real(file, data, size);
  if (strstr(path, "/acknowledged")) {
    note('A', path, 0, data, size);
    return real(file, data, size);
  }
  if (strstr(path, "/countdown")) {
    char number[32] = {0};
    memcpy(number, data, size < 31 ? size : 31);
    countdown = atol(number);
    snprintf(number, sizeof number, "%ld\n", seen);
    real(2, number, strlen(number));
    seen = 0;
    return size;
  }
  if (fails(ENOSPC)) return -1;
  int64_t at = lseek(file, 0, SEEK_CUR);
  ssize_t done = real(file, data, size);
  if (done > 0) note('W', path, at, data, done);
  return done;
}

#define TRUNCATE(name, offset_type)                            \
  int name(int file, offset_type size) {                       \
    REAL(name);                                                \
    char path[512];                                            \
    int ours = path_of(file, path, sizeof path);               \
    if (ours && fails(EIO)) return -1;                         \
    int failed = real(file, size);                             \
    if (ours && !failed) note('T', path, size, 0, 0);          \
    return failed;                                             \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define FLUSH(name)                                            \
  int name(int file) {                                         \
    REAL(name);                                                \
    char path[512];                                            \
    int ours = path_of(file, path, sizeof path);               \
    if (ours && fails(EIO)) return -1;                         \
    int failed = real(file);                                   \
    if (ours && !failed) note('S', path, 0, 0, 0);             \
    return failed;                                             \
  }
FLUSH(fsync)
FLUSH(fdatasync)

int unlink(const char *path) {
  REAL(unlink);
  prepare();
  int failed = real(path);
  if (!failed && is_in_folder(path)) note('U', path, 0, 0, 0);
  return failed;
}
