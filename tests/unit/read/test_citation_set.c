/* How much of what real lines cite is found, and how much of what is found is cited: tests/data/citations. */
#include "read/citation.h"
#include "unit/fixture_model.h"

enum { MOST_LINE = 1024 };

/* What the reader reached on this set; a change may raise these figures. */
static const double least_precision = 0.997, least_recall = 0.993;
static const size_t least_lines = 386;

typedef struct tally {
  size_t cited, found, right, lines, nothing;
} tally;

typedef struct answer {
  char text[4 * MOST_LINE]; /* " 9001:2015/8.4 27001/A.5.19 " */
  size_t count;
} answer;

static ims_status keep(void *context, const imsi_citation *found)
{
  answer *a = context;
  char one[128];
  snprintf(one, sizeof one, "%s/%s ", found->edition ? found->edition->id : found->standard, found->clause);
  cr_assert_lt(strlen(a->text) + strlen(one), sizeof a->text);
  strcat(a->text, one);
  a->count++;
  return IMS_OK;
}

/* Takes `word` with its blanks out of `text`; false if it is not there. */
static bool take_out(char *text, const char *word)
{
  char with_blanks[256];
  snprintf(with_blanks, sizeof with_blanks, " %s ", word);
  char *at = strstr(text, with_blanks);
  if (at)
    memmove(at + 1, at + strlen(with_blanks), strlen(at + strlen(with_blanks)) + 1);
  return at != NULL;
}

static void compare(tally *t, const char *file, const char *line, char *expected, answer *got)
{
  char all[sizeof got->text];
  memcpy(all, got->text, sizeof all);
  size_t right = 0, cited = 0;
  for (char *word = strtok(expected, "\t \n"); word; word = strtok(NULL, "\t \n"))
    if (strcmp(word, "-") != 0) {
      cited++;
      right += take_out(got->text, word);
    }
  t->lines++;
  t->nothing += !cited;
  t->cited += cited;
  t->found += got->count;
  t->right += right;
  if (right != cited || right != got->count)
    fprintf(stderr, "%s: %s  %zu of %zu, found:%s\n", file, line, right, cited, all);
}

static void read_file(tally *t, imsi_citations *citations, const char *name)
{
  char path[512], line[MOST_LINE], expected[MOST_LINE];
  snprintf(path, sizeof path, TEST_DATA_DIR "/citations/%s.txt", name);
  FILE *stream = fopen(path, "r");
  cr_assert_not_null(stream, "%s", path);
  while (fgets(line, sizeof line, stream)) {
    if (line[0] == '#')
      continue;
    cr_assert_not_null(fgets(expected, sizeof expected, stream), "%s: no answer to %s", name, line);
    cr_assert_eq(expected[0], '\t', "%s: no answer to %s", name, line);
    answer got = { " ", 0 };
    cr_assert_eq(imsi_citations_read(citations, NULL, line, strcspn(line, "\n"), keep, &got), IMS_OK);
    compare(t, name, line, expected, &got);
  }
  fclose(stream);
}

static ims_model *builtin(void)
{
  fixture_diags diags = { 0 };
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  cr_assert_eq(ims_loader_new(NULL, fixture_sink(&diags), &loader), IMS_OK);
  cr_assert_eq(ims_loader_builtin(loader), IMS_OK);
  cr_assert_eq(ims_loader_finish(loader, &model), IMS_OK);
  ims_loader_free(loader);
  fixture_diags_free(&diags);
  return model;
}

Test(citation_set, nearly_all_that_is_cited_is_found_and_nearly_nothing_else)
{
  static const char *const languages[] = { "en", "de", "fr", "es", "pt", "it" };
  tally t = { 0 };
  ims_model *model = builtin();
  imsi_citations *citations;
  cr_assert_eq(imsi_citations_new(model, &citations), IMS_OK);
  for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
    read_file(&t, citations, languages[i]);
  imsi_citations_free(citations);
  ims_model_free(model);
  const double precision = (double)t.right / (double)t.found, recall = (double)t.right / (double)t.cited;
  fprintf(stderr, "%zu lines, %zu of them cite nothing; cited %zu, found %zu, right %zu: precision %.4f, recall %.4f\n",
          t.lines, t.nothing, t.cited, t.found, t.right, precision, recall);
  cr_expect_geq(t.lines, least_lines);
  cr_expect_geq(3 * t.nothing, t.lines);
  cr_expect(precision >= least_precision, "precision %.4f", precision);
  cr_expect(recall >= least_recall, "recall %.4f", recall);
}
