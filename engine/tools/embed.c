/* Turns files into one C source, for the host that builds: embed LIST OUTPUT ROOT FILE...
   LIST is the list that the source defines; each FILE is below ROOT and is named by its path from there. */
#include "sha256.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 32 };

/* The lists that can be made. A hash is what a Content-Security-Policy names a script by. */
typedef struct list {
  const char *name, *header, *type;
  bool hashed;
} list;

static const list lists[] = {
  { "imsi_embedded", "read/embedded.h", "imsi_embedded_file", false },
  { "imsi_assets", "write/assets_internal.h", "imsi_asset", true },
};

typedef struct file {
  const char *path;
  size_t size;
  char hash[SHA256_BASE64];
} file;

static bool complain(const char *what, const char *path)
{
  fprintf(stderr, "embed: %s '%s': %s\n", what, path, strerror(errno));
  return false;
}

/* a string literal of a whole file would break the 4095 characters that C11 promises, hence bytes */
static bool write_bytes(FILE *output, file *f, int index)
{
  FILE *input = fopen(f->path, "rb");
  if (!input)
    return complain("cannot open", f->path);
  sha256 hash;
  sha256_begin(&hash);
  fprintf(output, "static const unsigned char file_%d[] = {", index);
  size_t count = 0;
  for (int byte; (byte = getc(input)) != EOF; count++) {
    fprintf(output, "%s%d,", count % BYTES_A_LINE ? "" : "\n", byte);
    sha256_byte(&hash, (unsigned char)byte);
  }
  /* an array needs an element, also for an empty file */
  fprintf(output, "%s};\n", count ? "\n" : "0");
  const bool good = !ferror(input) || complain("cannot read", f->path);
  fclose(input);
  f->size = count;
  sha256_end(&hash, f->hash);
  return good;
}

static const char *name_below(const char *root, const char *path)
{
  const size_t length = strlen(root);
  if (strncmp(path, root, length) != 0 || path[length] != '/' || strpbrk(path, "\"\\\n?")) {
    fprintf(stderr, "embed: '%s' is not below '%s', or needs escapes\n", path, root);
    return NULL;
  }
  return path + length + 1;
}

static int by_path(const void *a, const void *b)
{
  return strcmp(((const file *)a)->path, ((const file *)b)->path);
}

static bool write_source(FILE *output, const list *l, const char *root, file *files, size_t count)
{
  fprintf(output, "#include \"%s\"\n\n", l->header);
  for (size_t i = 0; i < count; i++)
    if (!write_bytes(output, &files[i], (int)i))
      return false;
  fprintf(output, "const %s %s[] = {\n", l->type, l->name);
  for (size_t i = 0; i < count; i++) {
    const char *name = name_below(root, files[i].path);
    if (!name)
      return false;
    fprintf(output, "  { \"%s\", file_%zu, %zu", name, i, files[i].size);
    fprintf(output, l->hashed ? ", \"sha256-%s\" },\n" : " },\n", files[i].hash);
  }
  /* the last entry ends a list that may be empty; it is not counted */
  fprintf(output, "  { NULL, NULL, 0%s }\n};\n\n", l->hashed ? ", NULL" : "");
  fprintf(output, "const size_t %s_count = %zu;\n", l->name, count);
  return true;
}

/* half a source must not look up to date in the next build: what failed never gets the name `target` */
static bool write_file(const char *target, const list *l, const char *root, file *files, size_t count)
{
  const size_t length = strlen(target) + sizeof ".part";
  char *part = malloc(length);
  FILE *output = NULL;
  bool good = false;
  if (!part) {
    complain("no memory for", target);
    goto done;
  }
  snprintf(part, length, "%s.part", target);
  output = fopen(part, "wb");
  if (!output) {
    complain("cannot open", part);
    goto done;
  }
  good = write_source(output, l, root, files, count);
  if (ferror(output))
    good = complain("cannot write", part);
  if (fclose(output) != 0)
    good = complain("cannot write", part);
  if (good && rename(part, target) != 0)
    good = complain("cannot rename", part);
  if (!good)
    remove(part);
done:
  free(part);
  return good;
}

static const list *find_list(const char *name)
{
  for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
    if (strcmp(lists[i].name, name) == 0)
      return &lists[i];
  return NULL;
}

int main(int argc, char **argv)
{
  const list *l = argc < 4 ? NULL : find_list(argv[1]);
  if (!l) {
    fputs("usage: embed LIST OUTPUT ROOT FILE...\n", stderr);
    return EXIT_FAILURE;
  }
  const size_t count = (size_t)argc - 4;
  file *files = calloc(count + 1, sizeof *files);
  if (!files) {
    complain("no memory for", argv[2]);
    return EXIT_FAILURE;
  }
  for (size_t i = 0; i < count; i++)
    files[i].path = argv[4 + i];
  qsort(files, count, sizeof *files, by_path);
  const bool good = write_file(argv[2], l, argv[3], files, count);
  free(files);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
