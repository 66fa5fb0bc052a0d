/* Turns files into one C source, for the host that builds: embed OUTPUT ROOT FILE...
   Each FILE is below ROOT and is named by its path from there. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_A_LINE = 32 };

static bool complain(const char *what, const char *path)
{
  fprintf(stderr, "embed: %s '%s': %s\n", what, path, strerror(errno));
  return false;
}

/* a string literal of a whole file would break the 4095 characters that C11 promises, hence bytes */
static bool write_bytes(FILE *output, const char *path, int index, size_t *size)
{
  FILE *input = fopen(path, "rb");
  if (!input)
    return complain("cannot open", path);
  fprintf(output, "static const unsigned char file_%d[] = {", index);
  size_t count = 0;
  for (int byte; (byte = getc(input)) != EOF; count++)
    fprintf(output, "%s%d,", count % BYTES_A_LINE ? "" : "\n", byte);
  /* an array needs an element, also for an empty file */
  fprintf(output, "%s};\n", count ? "\n" : "0");
  const bool good = !ferror(input) || complain("cannot read", path);
  fclose(input);
  *size = count;
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

static int by_name(const void *a, const void *b)
{
  return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool write_source(FILE *output, const char *root, char **paths, size_t count, size_t *sizes)
{
  fputs("#include \"read/embedded.h\"\n\n", output);
  for (size_t i = 0; i < count; i++)
    if (!write_bytes(output, paths[i], (int)i, &sizes[i]))
      return false;
  fputs("const imsi_embedded_file imsi_embedded[] = {\n", output);
  for (size_t i = 0; i < count; i++) {
    const char *name = name_below(root, paths[i]);
    if (!name)
      return false;
    fprintf(output, "  { \"%s\", file_%zu, %zu },\n", name, i, sizes[i]);
  }
  /* the last entry ends a list that may be empty; it is not counted */
  fprintf(output, "  { NULL, NULL, 0 }\n};\n\nconst size_t imsi_embedded_count = %zu;\n", count);
  return true;
}

/* half a source must not look up to date in the next build: what failed never gets the name `target` */
static bool write_file(const char *target, const char *root, char **paths, size_t count)
{
  const size_t length = strlen(target) + sizeof ".part";
  char *part = malloc(length);
  size_t *sizes = calloc(count + 1, sizeof *sizes);
  FILE *output = NULL;
  bool good = false;
  if (!part || !sizes) {
    complain("no memory for", target);
    goto done;
  }
  snprintf(part, length, "%s.part", target);
  output = fopen(part, "wb");
  if (!output) {
    complain("cannot open", part);
    goto done;
  }
  good = write_source(output, root, paths, count, sizes);
  if (ferror(output))
    good = complain("cannot write", part);
  if (fclose(output) != 0)
    good = complain("cannot write", part);
  if (good && rename(part, target) != 0)
    good = complain("cannot rename", part);
  if (!good)
    remove(part);
done:
  free(sizes);
  free(part);
  return good;
}

int main(int argc, char **argv)
{
  if (argc < 3) {
    fputs("usage: embed OUTPUT ROOT FILE...\n", stderr);
    return EXIT_FAILURE;
  }
  char **const paths = argv + 3;
  const size_t count = (size_t)argc - 3;
  qsort(paths, count, sizeof *paths, by_name);
  return write_file(argv[1], argv[2], paths, count) ? EXIT_SUCCESS : EXIT_FAILURE;
}
