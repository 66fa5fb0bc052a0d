/* Time to read the clauses that short cells cite: bench_cite [CELLS] */
#include "ims/load.h"
#include "read/citation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static ims_status count(void *context, const imsi_citation *found)
{
  *(size_t *)context += found->node.index != IMS_NO_NODE;
  return IMS_OK;
}

static double seconds(void)
{
  return (double)clock() / CLOCKS_PER_SEC;
}

static ims_model *builtin(void)
{
  ims_loader *loader = NULL;
  ims_model *model = NULL;
  if (!ims_loader_new(NULL, (ims_diag_sink){ NULL, NULL }, &loader) && !ims_loader_builtin(loader))
    ims_loader_finish(loader, &model);
  ims_loader_free(loader);
  return model;
}

int main(int argc, char **argv)
{
  static const char *const cells[] = { "ISO 9001:2015 8.4.1, 8.4.2; ISO/IEC 27001 A.5.19, A.5.20", "8.2.1-8.2.3, 9.1.3",
                                       "A.5.9; A.5.10; A.8.24; A.8.25",
                                       "\xC2\xA7 7.5 and clause 9.3.2 of ISO 9001:2015; 20000-1 8.7.2, 8.7.3" };
  const size_t count_cells = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
  ims_model *model = builtin();
  imsi_citations *citations = NULL;
  if (!model || imsi_citations_new(model, &citations))
    return EXIT_FAILURE;
  const imsi_citation_context context = { .standard = "9001", .clauses_only = true };
  size_t found = 0;
  const double start = seconds();
  for (size_t i = 0; i < count_cells; i++) {
    const char *cell = cells[i % (sizeof cells / sizeof *cells)];
    if (imsi_citations_read(citations, &context, cell, strlen(cell), count, &found))
      return EXIT_FAILURE;
  }
  printf("%zu cells, %zu clauses, %.3f s\n", count_cells, found, seconds() - start);
  imsi_citations_free(citations);
  ims_model_free(model);
  return EXIT_SUCCESS;
}
