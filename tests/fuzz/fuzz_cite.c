/*
 * Looks for the clauses that a text cites and prints the table.
 *
 * Without LIBFUZZER it replays files: fuzz_cite FILE|DIR...
 */
#define _POSIX_C_SOURCE 200809L /* opendir in strict mode */

#include "ims/ims.h"

#include <stdbool.h>
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

static void check(void *context, const ims_diag *diag)
{
  (void)context;
  expect(diag->text && *diag->text, "a message without text");
  expect(diag->pos.file && diag->pos.line && diag->pos.column, "a message without a place");
  expect(diag->severity == IMS_WARNING, "an error in a text, of which there is none");
}

/* Loaded once: it never changes. */
static const ims_model *builtin(void)
{
  static ims_model *model;
  ims_loader *loader = NULL;
  if (model)
    return model;
  expect(!ims_loader_new(NULL, (ims_diag_sink){ NULL, NULL }, &loader), "no loader");
  expect(!ims_loader_builtin(loader) && !ims_loader_finish(loader, &model), "no model");
  ims_loader_free(loader);
  return model;
}

/* Each row has a line that the text has, and what was found is there. */
static void check_rows(const ims_model *model, const ims_table *table, size_t lines)
{
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    const char *line = ims_table_cell(table, row, 0), *clause = ims_table_cell(table, row, 3);
    const char *reference = ims_table_cell(table, row, 5);
    ims_node node;
    expect(line && strtoul(line, NULL, 10) <= lines, "a line that is not there");
    expect(clause && *clause, "a row without a clause");
    expect(!reference || !ims_find_node(model, NULL, reference, (ims_diag_sink){ NULL, NULL }, &node),
           "a reference that leads nowhere");
  }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
  static const char *const names[] = { "text.md", "docs/iso27001-2022.md", "iso 9001" };
  const ims_model *model = builtin();
  size_t lines = 1;
  for (size_t i = 0; i < size; i++)
    lines += data[i] == '\n';
  ims_table *table = NULL;
  /* to make a reader takes longer than to read: one name for each input */
  const ims_cite_text text = { names[size % (sizeof names / sizeof *names)], (const char *)data, size };
  expect(!ims_cite(model, &text, 1, (ims_diag_sink){ check, NULL }, &table), "no table");
  check_rows(model, table, lines);
  ims_table_free(table);
  return 0;
}

/* ---- replay ---- */

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
