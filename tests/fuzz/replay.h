/** What fuzzers share: without LIBFUZZER they are programs that replay files: FILE|DIR... Needs _POSIX_C_SOURCE. */
#ifndef REPLAY_H
#define REPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool good, const char *what)
{
  if (good)
    return;
  fprintf(stderr, "%s\n", what);
  abort();
}

#ifndef LIBFUZZER
#include <dirent.h>
#include <sys/stat.h>

static size_t replay_file(const char *path)
{
  FILE *stream = fopen(path, "rb");
  expect(stream, path);
  char *data = NULL;
  size_t size = 0, got = 0;
  do {
    size += got;
    data = realloc(data, size + 65536);
    expect(data, "out of memory");
  } while ((got = fread(data + size, 1, 65536, stream)) > 0);
  fclose(stream);
  /* of its own size, so that reading past the end is seen */
  char *exact = malloc(size ? size : 1);
  expect(exact, "out of memory");
  memcpy(exact, data, size);
  free(data);
  LLVMFuzzerTestOneInput((const uint8_t *)exact, size);
  free(exact);
  return 1;
}

static size_t replay(const char *path)
{
  struct stat about;
  expect(stat(path, &about) == 0, path);
  if (!S_ISDIR(about.st_mode))
    return replay_file(path);
  DIR *directory = opendir(path);
  expect(directory, path);
  size_t files = 0;
  for (const struct dirent *entry; (entry = readdir(directory));) {
    char below[4096];
    if (entry->d_name[0] != '.' && snprintf(below, sizeof below, "%s/%s", path, entry->d_name) < (int)sizeof below)
      files += replay(below);
  }
  closedir(directory);
  return files;
}

int main(int argc, char **argv)
{
  size_t files = 0;
  for (int i = 1; i < argc; i++)
    files += replay(argv[i]);
  printf("%zu files replayed\n", files);
  return files ? 0 : 1;
}
#endif
#endif
